package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keep the vectors of the skills' phrases, and how they are said, from one start to the next, since both take seconds.
 *
 * <p>Only what is learnt at the start is kept, never what a person says. The file is a cache: vectors of another
 * encoder and texts of another build of the Japanese layer are made anew, and a file that cannot be written is done
 * without.
 */
final class LearntPhrases implements TextEncoder {
    /** Tells encoders apart: the same text has the same vector in the same encoder only. */
    private static final String PROBE = "ちょっとお手洗いに行きたいのですが";
    /** Cosine; the rounding of two processors lies far above, other weights far below. */
    private static final double SAME = 0.999;

    private final TextEncoder encoder;
    private final Map<String, float[]> vectors;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile boolean isLearning = true;
    private volatile boolean isNew;

    private LearntPhrases(TextEncoder encoder, Map<String, float[]> vectors) {
        this.encoder = encoder;
        this.vectors = new ConcurrentHashMap<>(vectors);
    }

    /**
     * Learn intents, with what an earlier start left in a file.
     *
     * @param encoder stays the caller's to close
     */
    static Interpreter learn(
            List<Interpreter.Intent> intents, TextEncoder encoder, Interpreter.Caution caution, Path file) {
        LearntFile kept = LearntFile.read(file, encoder.dimensions());
        float[] probe = encoder.encode(PROBE);
        float[] knownProbe = kept.vectors().get(PROBE);
        boolean same = knownProbe != null && isSame(knownProbe, probe);
        LearntPhrases learnt = new LearntPhrases(encoder, same ? kept.vectors() : Map.of(PROBE, probe));
        SpokenMemory spoken = new SpokenMemory(kept);
        Interpreter interpreter = PhraseInterpreter.of(intents, learnt, caution, spoken);
        learnt.isLearning = false;
        if (learnt.isNew || spoken.isNew()) {
            learnt.used.add(PROBE);
            spoken.with(LearntFile.worthKeeping(learnt.vectors, learnt.used)).write(file, encoder.dimensions());
        }
        learnt.vectors.clear();
        return interpreter;
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
}
