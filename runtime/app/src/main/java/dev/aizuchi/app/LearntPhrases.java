package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.japanese.PhraseMemory;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Keep the vectors of the skills' phrases, and how they are said, from one start to the next, since both take seconds.
 *
 * <p>Only what is learnt at the start is kept, never what a person says. The file is a cache: vectors of another
 * encoder and texts of another build of the Japanese layer are made anew, and a file that cannot be written is done
 * without.
 */
final class LearntPhrases implements TextEncoder, PhraseMemory {
    /** Beyond this many, what the loaded skills do not use is dropped; 30 MB of an encoder with 384 dimensions. */
    private static final int MOST = 20_000;
    /** Tells encoders apart: the same text has the same vector in the same encoder only. */
    private static final String PROBE = "ちょっとお手洗いに行きたいのですが";
    /** Cosine; the rounding of two processors lies far above, other weights far below. */
    private static final double SAME = 0.999;

    private final TextEncoder encoder;
    private final Map<String, float[]> vectors;
    private final Map<String, Spoken> spoken;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile boolean isLearning = true;
    private volatile boolean isNew;

    private LearntPhrases(TextEncoder encoder, Map<String, float[]> vectors, Map<String, Spoken> spoken) {
        this.encoder = encoder;
        this.vectors = new ConcurrentHashMap<>(vectors);
        this.spoken = new ConcurrentHashMap<>(spoken);
    }

    /**
     * Learn intents, with what an earlier start left in a file.
     *
     * @param encoder stays the caller's to close
     */
    static Interpreter learn(
            List<Interpreter.Intent> intents, TextEncoder encoder, Interpreter.Caution caution, Path file) {
        long build = build();
        LearntFile kept = LearntFile.read(file, encoder.dimensions());
        float[] probe = encoder.encode(PROBE);
        float[] knownProbe = kept.vectors().get(PROBE);
        boolean same = knownProbe != null && isSame(knownProbe, probe);
        LearntPhrases learnt = new LearntPhrases(
                encoder,
                same ? kept.vectors() : Map.of(PROBE, probe),
                kept.build() == build ? kept.spoken() : Map.of());
        Interpreter interpreter = PhraseInterpreter.of(intents, learnt, caution, learnt);
        learnt.isLearning = false;
        if (learnt.isNew) {
            learnt.used.add(PROBE);
            new LearntFile(build, learnt.kept(learnt.vectors), learnt.kept(learnt.spoken))
                    .write(file, encoder.dimensions());
        }
        learnt.vectors.clear();
        learnt.spoken.clear();
        return interpreter;
    }

    /** Other configurations' phrases are kept too, so that they do not push one another out. */
    private <V> Map<String, V> kept(Map<String, V> all) {
        Map<String, V> kept = new HashMap<>(all);
        if (all.size() > MOST) {
            kept.keySet().retainAll(used);
        }
        return kept;
    }

    @Override
    public Spoken of(String written, Supplier<Spoken> reading) {
        used.add(written);
        return spoken.computeIfAbsent(written, unread -> {
            isNew = true;
            return reading.get();
        });
    }

    @Override
    public float[] encode(String text) {
        return isLearning ? encodeAll(List.of(text)).get(0) : encoder.encode(text);
    }

    @Override
    public List<float[]> encodeAll(List<String> texts) {
        if (!isLearning) {
            return encoder.encodeAll(texts);
        }
        used.addAll(texts);
        Set<String> unknown = new HashSet<>(texts);
        unknown.removeAll(vectors.keySet());
        if (!unknown.isEmpty()) {
            isNew = true;
            List<String> missing = List.copyOf(unknown);
            List<float[]> made = encoder.encodeAll(missing);
            for (int i = 0; i < made.size(); i++) {
                vectors.put(missing.get(i), made.get(i));
            }
        }
        return texts.stream()
                .map(text -> Objects.requireNonNull(vectors.get(text)).clone())
                .toList();
    }

    @Override
    public int dimensions() {
        return encoder.dimensions();
    }

    @Override
    public void close() {
        encoder.close();
    }

    private static boolean isSame(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
        }
        return dot > SAME;
    }

    /** Tell builds of the Japanese layer apart by the bytes of its jar; classes that lie open are of no known build. */
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
