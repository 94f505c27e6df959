package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseMemory;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keep how the sentences that may be said sound from one start to the next; the file is a cache, as that of
 * {@link LearntPhrases}. It is read with the first question, on the thread that learns.
 */
final class LearntSentences implements PhraseMemory {
    private static final int NO_VECTORS = 0;

    private final Path file;
    private @Nullable SpokenMemory memory;

    /** Keep them in a file. */
    LearntSentences(Path file) {
        this.file = file;
    }

    @Override
    public Spoken of(String written, Supplier<Spoken> reading) {
        return memory().of(written, reading);
    }

    /** Write what is new, and let go of all: the ears have learnt it. */
    synchronized void keep() {
        if (memory != null && memory.isNew()) {
            memory.with(Map.of()).write(file, NO_VECTORS);
        }
        memory = null;
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
