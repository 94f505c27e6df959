package dev.aizuchi.japanese;

/**
 * Turn what speaks for an intent into probabilities, by logistic regressions that know how near phrases of other
 * intents and talk of other matters came (BENCHMARKS.md says on what they were fitted).
 *
 * @param bias of the logarithm of the odds, as are the others
 * @param meaning by likeness of vectors
 * @param letters by likeness of letters and sounds
 * @param ahead by how far the intent is ahead of the next
 * @param beyondTalk by how much nearer the vectors are than those of general talk
 * @param words by how much the words agree
 * @param strange by the share of things that no phrase speaks of
 */
record Certainty(
        double bias, double meaning, double letters, double ahead, double beyondTalk, double words, double strange) {
    /** Whether an utterance belongs to any of the intents. */
    static final Certainty BELONGS = new Certainty(-2.39, 3.34, 2.76, -3.24, 4.38, 8.44, -0.68);

    static final Certainty BELONGS_BY_WORDS = new Certainty(-1.75, 0, 6.74, -1.77, 0, 7.22, -0.5);
    /** Whether the best intent is the right one. */
    static final Certainty RIGHT = new Certainty(-3.18, -0.67, -0.06, 2.89, 1.52, 5.07, -0.55);

    static final Certainty RIGHT_BY_WORDS = new Certainty(-3.05, 0, -0.94, 3.8, 0, 5.03, -0.88);

    /**
     * What speaks for an intent.
     *
     * @param talk the vector's likeness to general talk
     */
    record Signs(double meaning, double letters, double ahead, double talk, double words, double strange) {}

    double of(Signs signs) {
        double odds = bias
                + meaning * signs.meaning
                + letters * signs.letters
                + ahead * signs.ahead
                + beyondTalk * (signs.meaning - signs.talk)
                + words * signs.words
                + strange * signs.strange;
        return 1 / (1 + Math.exp(-odds));
    }
}
