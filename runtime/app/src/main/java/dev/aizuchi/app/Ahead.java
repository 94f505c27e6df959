package dev.aizuchi.app;

import dev.aizuchi.japanese.Morphology;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Open a part on a thread of its own, while others are opened: the models load on the core that the rest of a start
 * leaves idle. Who takes the part closes it; one that nobody took is closed with this.
 */
final class Ahead<T extends AutoCloseable> implements AutoCloseable {
    private final CompletableFuture<T> part;
    private boolean taken;

    private Ahead(CompletableFuture<T> part) {
        this.part = part;
    }

    /** Load on a thread of its own the dictionary that all instances share; who needs it sooner waits. */
    static void dictionary() {
        // Who needs it meets the same fault.
        CompletableFuture<String> unused = Beside.run("open dictionary", () -> new Morphology().reading("はい"));
    }

    /** Begin to open a part; {@code name} is the thread's. */
    static <T extends AutoCloseable> Ahead<T> open(String name, Supplier<? extends T> opening) {
        return new Ahead<>(Beside.run("open " + name, opening));
    }

    /**
     * Wait for the part and take it, once; what its opening threw is thrown here.
     *
     * @throws IllegalStateException when it was taken before
     */
    synchronized T take() {
        if (taken) {
            throw new IllegalStateException("a part that was opened ahead is there once");
        }
        taken = true;
        return Beside.join(part);
    }

    /** Close a part that nobody took; waits for it, since native code must not go on while the process ends. */
    @Override
    public synchronized void close() {
        if (!taken) {
            try (Closer untaken = new Closer()) {
                untaken.keep(take());
            }
        }
    }
}
