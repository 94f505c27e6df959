package dev.aizuchi.app;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.pragmatics.Answers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Open a part on a thread of its own, while others are opened: the models load on the core that the rest of a start
 * leaves idle. Who takes the part closes it; one that nobody took is closed with this.
 */
final class Ahead<T extends AutoCloseable> implements AutoCloseable {
    private static final String SMALLEST = "{ site: { speaker: 居室 }, robot: { use: simulated } }";

    private final CompletableFuture<T> part;
    private boolean taken;

    private Ahead(CompletableFuture<T> part) {
        this.part = part;
    }

    /**
     * Begin what every agent needs, whatever its configuration says, and what is made once and shared by all: the
     * dictionary, the rules that are learnt from examples, and how a configuration is bound. Who needs it sooner waits.
     */
    static void begin() {
        // Nobody waits for what comes of it: who needs it meets the same fault.
        Beside.run(
                "open dictionary",
                () -> {
                    new Morphology().reading("はい");
                    return List.of(Answers.standard(), Cues.standard(), PlainForms.standard());
                },
                new CompletableFuture<>());
        // What is learnt of a record's type takes longer than all else of a file.
        Beside.run(
                "learn settings",
                () -> ConfigFile.of("example", SMALLEST, Path::of).agent(),
                new CompletableFuture<>());
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
