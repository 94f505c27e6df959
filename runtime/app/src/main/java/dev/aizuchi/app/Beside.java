package dev.aizuchi.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Do a part of a start on a thread of its own, beside the rest; callable from any thread. */
final class Beside {
    private Beside() {}

    /** Begin on a daemon thread of this name; whatever is thrown there is what {@link #join} throws. */
    static <T> CompletableFuture<T> run(String name, Supplier<? extends T> part) {
        CompletableFuture<T> result = new CompletableFuture<>();
        run(name, part, result);
        return result;
    }

    /** Begin likewise, what comes of it is awaited already. */
    static <T> void run(String name, Supplier<? extends T> part, CompletableFuture<T> result) {
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(part.get());
                    } catch (RuntimeException | Error e) {
                        // Whatever it is, who asks has to hear of it.
                        result.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Wait for what was begun; a {@link RuntimeException} of it is thrown as it is. */
    static <T> T join(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }
}
