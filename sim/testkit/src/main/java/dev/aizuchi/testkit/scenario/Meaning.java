package dev.aizuchi.testkit.scenario;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.language.TextEncoder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tell whether two sentences mean about the same; for one thread. */
public interface Meaning {

    /** Give how alike two sentences are, up to 1. */
    double likeness(String one, String other);

    /** Give from where on they count as meaning the same. */
    double enough();

    /** Compare by the words that carry meaning, in their dictionary forms: the same share of each as of the other. */
    static Meaning byWords() {
        return new ByWords();
    }

    /** Compare by the direction of the vectors that an encoder gives; it stays the caller's. */
    static Meaning by(TextEncoder encoder) {
        return new ByVector(encoder);
    }

    /** Compares words, by twice what is shared over what there is (Dice 1945). */
    final class ByWords implements Meaning {
        private static final double ENOUGH = 0.6;
        private static final Set<String> FORMAL = Set.of("する", "いる", "ある", "なる", "くる", "くださる", "いただく", "こと", "の");

        private final Morphology morphology = new Morphology();

        @Override
        public double likeness(String one, String other) {
            Set<String> ours = words(one);
            Set<String> theirs = words(other);
            Set<String> shared = new HashSet<>(ours);
            shared.retainAll(theirs);
            return ours.isEmpty() && theirs.isEmpty() ? 0 : 2.0 * shared.size() / (ours.size() + theirs.size());
        }

        private Set<String> words(String text) {
            return morphology.analyze(text).stream()
                    .filter(ByWords::carriesMeaning)
                    .map(Morpheme::base)
                    .collect(Collectors.toSet());
        }

        /** 「ない」 turns a sentence round, so it counts though it is an auxiliary. */
        private static boolean carriesMeaning(Morpheme word) {
            boolean content = word.is("名詞") || word.is("動詞") || word.is("形容詞") || word.is("副詞");
            boolean negation =
                    word.is("助動詞") && (word.base().equals("ない") || word.base().equals("ん"));
            return (content && !FORMAL.contains(word.base())) || negation;
        }

        @Override
        public double enough() {
            return ENOUGH;
        }
    }

    /** Compares vectors; those of the sentences that were asked about last are kept. */
    final class ByVector implements Meaning {
        private static final double ENOUGH = 0.75;
        private static final int KEPT = 256;

        private final TextEncoder encoder;
        private final Map<String, float[]> known = new LinkedHashMap<>();

        ByVector(TextEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public double likeness(String one, String other) {
            float[] a = vector(one);
            float[] b = vector(other);
            double product = 0;
            for (int i = 0; i < a.length; i++) {
                product += (double) a[i] * b[i];
            }
            return product;
        }

        private float[] vector(String text) {
            if (known.size() > KEPT) {
                known.clear();
            }
            return known.computeIfAbsent(text, encoder::encode);
        }

        @Override
        public double enough() {
            return ENOUGH;
        }
    }
}
