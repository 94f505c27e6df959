package dev.aizuchi.japanese;

/**
 * Turn what speaks for an intent into probabilities, by logistic regressions (BENCHMARKS.md says on what they were
 * fitted).
 *
 * @param bias of the logarithm of the odds, as are the others
 * @param share by what the regression over the nearest phrases says
 * @param beyondTalk by how much nearer the vectors are than those of general talk
 * @param words by how much the words agree
 */
record Certainty(double bias, double share, double beyondTalk, double words) {
    /** Whether an utterance belongs to any of the intents. */
    static final Certainty BELONGS = new Certainty(-3.37, 6.32, 7.72, 3.43);

    static final Certainty BELONGS_BY_WORDS = new Certainty(-3.36, 10.46, 0, 3.75);
    /** Whether the best intent is the right one. */
    static final Certainty RIGHT = new Certainty(-4.89, 8.86, 3.92, 3.0);

    static final Certainty RIGHT_BY_WORDS = new Certainty(-4.81, 10.86, 0, 4.15);

    /**
     * Give the probability.
     *
     * @param nearer how much nearer the vectors are than those of general talk; 0 without vectors
     */
    double of(double theShare, double nearer, double agreeing) {
        return 1 / (1 + Math.exp(-(bias + share * theShare + beyondTalk * nearer + words * agreeing)));
    }
}
