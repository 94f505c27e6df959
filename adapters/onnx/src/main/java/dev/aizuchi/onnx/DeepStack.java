package dev.aizuchi.onnx;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Open networks on a thread with a deep stack.
 *
 * <p>As it opens, ONNX Runtime 1.29 needs a stack that grows with the length of the process's command line: with a
 * class path of some ten thousand letters it overflows the usual one, and the JVM dies without a word.
 */
final class DeepStack {
    private static final long BYTES = 64L << 20;

    /** What is opened. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws OrtException;
    }

    private DeepStack() {}

    static <T> T call(Opening<T> opening) throws OrtException {
        CompletableFuture<T> opened = new CompletableFuture<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        opened.complete(opening.open());
                    } catch (OrtException | RuntimeException | LinkageError e) {
                        opened.completeExceptionally(e);
                    }
                },
                "onnx-open",
                BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return opened.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof OrtException wrong) {
                throw wrong;
            }
            if (cause instanceof LinkageError missing) {
                throw missing;
            }
            throw cause instanceof RuntimeException bug ? bug : e;
        }
    }
}
