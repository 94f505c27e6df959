package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseMemory;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keep how the sentences that may be said sound from one start to the next; the file is a cache, as that of
 * {@link LearntPhrases}. It is read with the first question, on the thread that learns.
 */
final class LearntSentences implements PhraseMemory, AutoCloseable {
    private static final int NO_VECTORS = 0;

    private final Path file;
    private @Nullable SpokenMemory memory;
    private CompletableFuture<?> keeping = CompletableFuture.completedFuture(null);

    /** Keep them in a file. */
    LearntSentences(Path file) {
        this.file = file;
    }

    @Override
    public Spoken of(String written, Supplier<Spoken> reading) {
        return memory().of(written, reading);
    }

    /** Let go of all, since the ears have learnt it, and begin to write what is new; nobody has to wait for that. */
    synchronized void keep() {
        SpokenMemory known = memory;
        memory = null;
        if (known != null && known.isNew()) {
            keeping = Beside.run("keep sentences", () -> {
                known.with(Map.of()).write(file, NO_VECTORS);
                return known;
            });
        }
    }

    /** Wait until all is written: the process may end next. */
    @Override
    public synchronized void close() {
        keeping.handle((there, failure) -> there).join();
    }

    private synchronized SpokenMemory memory() {
        SpokenMemory known = memory;
        if (known == null) {
            known = new SpokenMemory(LearntFile.read(file, NO_VECTORS));
            memory = known;
        }
        return known;
    }
}
