package dev.aizuchi.japanese.pragmatics;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.SoftmaxRegression;
import dev.aizuchi.japanese.pragmatics.Answer.Meaning;
import java.util.List;
import java.util.Optional;

/**
 * Tell a yes from a no by how people said it before: what no rule names, such as 「一人じゃ心細くて」 or 「医者は好かん」. Learnt from
 * the examples of answer-examples.txt when this is made; immutable, callable from any thread.
 */
final class LearntAnswers {
    /** From here on the likeliest meaning is taken (BENCHMARKS.md: what more and less come to). */
    private static final double SURE = 0.7;
    /** So much of it must somebody have said before: mumbling is no yes. */
    private static final double FAMILIAR = 0.45;

    private static final int TELLING = 3;

    private static final List<String> SECTIONS = List.of("accept", "refuse", "other");
    private static final List<Optional<Meaning>> MEANINGS =
            List.of(Optional.of(Meaning.ACCEPT), Optional.of(Meaning.REFUSE), Optional.empty());

    private final SoftmaxRegression regression;

    LearntAnswers() {
        DataFile data = DataFile.read(LearntAnswers.class, "answer-examples.txt");
        regression = new SoftmaxRegression(SECTIONS.stream()
                .map(section ->
                        data.lines(section).stream().map(Answers::spelled).toList())
                .toList());
    }

    /** Give what an answer means, spelled as {@link Answers} does, where that is likely enough. */
    Optional<Meaning> of(String spelled) {
        if (regression.familiarity(spelled, TELLING) < FAMILIAR) {
            return Optional.empty();
        }
        double[] likely = regression.probabilities(spelled);
        int best = 0;
        for (int i = 1; i < likely.length; i++) {
            best = likely[i] > likely[best] ? i : best;
        }
        return likely[best] >= SURE ? MEANINGS.get(best) : Optional.empty();
    }
}
