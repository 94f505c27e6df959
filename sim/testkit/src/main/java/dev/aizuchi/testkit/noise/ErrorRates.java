package dev.aizuchi.testkit.noise;

import java.util.List;

/**
 * Say how a recogniser errs in one circumstance.
 *
 * @param in the circumstance
 * @param sentences of which this was counted
 * @param lost share of sentences of which nothing is heard
 * @param hit share of words that come out wrong, in fifths of the sentences, from the best heard to the worst
 * @param spread share of the further morae of a changed word that are changed too
 * @param dropped of the changed morae, the share that is not heard
 * @param whole share of the wrong words of which each mora is heard, with others that were not said behind it
 * @param added morae, in the mean, that are heard behind a changed word and were not said
 * @param addedToWhole the same behind a whole one
 * @param sureRight confidence of sentences that came out right, in fifths
 * @param sureWrong confidence of the others, in fifths
 */
record ErrorRates(
        Circumstance in,
        int sentences,
        double lost,
        List<Double> hit,
        double spread,
        double dropped,
        double whole,
        double added,
        double addedToWhole,
        List<Double> sureRight,
        List<Double> sureWrong) {
    ErrorRates {
        hit = List.copyOf(hit);
        sureRight = List.copyOf(sureRight);
        sureWrong = List.copyOf(sureWrong);
    }
}
