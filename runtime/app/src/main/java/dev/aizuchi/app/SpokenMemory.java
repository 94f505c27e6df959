package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.japanese.PhraseMemory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/** Remember how sentences are said, as one build of the Japanese layer reads them. */
final class SpokenMemory implements PhraseMemory {
    /** Of the Japanese layer that runs; reading a jar takes a while, and it stays the same. */
    private static final long BUILD = build();

    private final Map<String, Spoken> spoken;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile boolean isNew;

    /** Take what a file holds, if it is of this build. */
    SpokenMemory(LearntFile kept) {
        spoken = new ConcurrentHashMap<>(kept.build() == BUILD ? kept.spoken() : Map.of());
    }

    @Override
    public Spoken of(String written, Supplier<Spoken> reading) {
        used.add(written);
        return spoken.computeIfAbsent(written, unread -> {
            isNew = true;
            return reading.get();
        });
    }

    /** Tell whether something was read that the file did not hold. */
    boolean isNew() {
        return isNew;
    }

    /** Give all for a file, with these vectors. */
    LearntFile with(Map<String, float[]> vectors) {
        return new LearntFile(BUILD, vectors, LearntFile.worthKeeping(spoken, used));
    }

    /** Tell builds apart by the bytes of the jar; classes that lie open are of no known build. */
    private static long build() {
        CodeSource source = PhraseInterpreter.class.getProtectionDomain().getCodeSource();
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(Path.of(source.getLocation().toURI())));
            return sum.getValue();
        } catch (IOException | URISyntaxException e) {
            return System.nanoTime() | Long.MIN_VALUE;
        }
    }
}
