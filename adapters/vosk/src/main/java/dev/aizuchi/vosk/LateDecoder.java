package dev.aizuchi.vosk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Hold a decoder that is made only when somebody speaks or is about to, so that a start does not wait for it. Callable
 * from any thread.
 */
final class LateDecoder implements AutoCloseable {
    private final Supplier<Decoder> making;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Decoder> made = new CompletableFuture<>();

    LateDecoder(Supplier<Decoder> making) {
        this.making = making;
    }

    /** Begin to make it on a thread of its own; only the first call does something. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread thread = new Thread(this::make, "make decoder");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Give it, made by now; what its making threw is thrown here. */
    Decoder get() {
        if (begun.compareAndSet(false, true)) {
            make();
        }
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
    }

    /** Close it; waits while it is being made, since the natives must not go on without the model. */
    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            made.completeExceptionally(new IllegalStateException("the session is closed"));
        }
        made.handle((decoder, failure) -> Optional.ofNullable(decoder)).join().ifPresent(Decoder::close);
    }

    private void make() {
        try {
            made.complete(making.get());
        } catch (RuntimeException | Error e) {
            // Whatever it is, who asks has to hear of it.
            made.completeExceptionally(e);
        }
    }
}
