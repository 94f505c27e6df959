package dev.aizuchi.voice;

import ai.onnxruntime.OrtException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Open a network on a thread with a deep stack: as it opens, ONNX Runtime 1.29 needs one that grows with the process's
 * command line, and ends the JVM where it overflows. The adapter for encoders has the same; adapters share no code.
 */
final class DeepStack {
    private static final long BYTES = 64L << 20;

    private DeepStack() {}

    static <T> T call(Callable<T> opening) throws OrtException {
        FutureTask<T> task = new FutureTask<>(opening);
        Thread thread = new Thread(null, task, "kokoro-open", BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof OrtException wrong) {
                throw wrong;
            }
            if (cause instanceof Error missing) {
                throw missing;
            }
            throw cause instanceof RuntimeException bug ? bug : new CompletionException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("interrupted while a network opened", e);
        }
    }
}
