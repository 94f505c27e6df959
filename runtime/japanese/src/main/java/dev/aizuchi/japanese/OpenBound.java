package dev.aizuchi.japanese;

import dev.aizuchi.japanese.Neighbours.Near;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Find how likely an utterance must belong to the intents that who is open takes it for one of them.
 *
 * <p>The probability was fitted on talk to robots; where the phrases are of another trade it is lower throughout. So
 * phrases are judged as if they were utterances, each by the others, and the bound is one that most of them reach.
 */
final class OpenBound {
    /** Never more than this: the probability was fitted where most belonged to none, which is seldom so. */
    private static final double USUAL = 0.2;
    /** So many of the phrases may themselves be taken for none. */
    private static final double STRANGE = 0.1;
    /** So many phrases, and no fewer, show how sure the others make one. */
    private static final int MOST = 200;

    private static final int LEAST = 20;
    /** In an intent of fewer phrases, the others say too little of one. */
    private static final int COMPANY = 3;

    private OpenBound() {}

    static double of(KnownPhrases known, Analyzer analyzer) {
        List<Phrase> judged = known.phrases().stream()
                .filter(phrase -> !phrase.hasHoles()
                        && known.intentOf(phrase.number()).phrases().size() >= COMPANY)
                .toList();
        int step = (judged.size() + MOST - 1) / MOST;
        if (judged.size() < LEAST) {
            return USUAL;
        }
        double[] belong = IntStream.range(0, judged.size() / step)
                .parallel()
                .mapToDouble(i -> belongs(judged.get(i * step), known, analyzer))
                .sorted()
                .toArray();
        return Math.min(USUAL, belong[(int) (belong.length * STRANGE)]);
    }

    /** Judge a phrase by all others. */
    private static double belongs(Phrase phrase, KnownPhrases known, Analyzer analyzer) {
        Sentence whole = phrase.sentence();
        List<Sentence> parts = analyzer.parts(whole);
        Meanings meanings = known.meanings();
        float[] vector = meanings == null ? null : meanings.phrase(phrase.number());
        Near others =
                known.near(whole.text(), phrase.spoken().reading(), vector).without(phrase.number());
        double talk = meanings == null || vector == null ? 0 : meanings.talk(vector);
        return new Ranking(
                        known,
                        new Compared(parts, whole, others, known.evidence(parts, others), meanings != null, talk))
                .belongs();
    }
}
