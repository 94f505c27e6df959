package dev.aizuchi.testkit.live;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Morae;
import java.time.Duration;

/** Tell how long it takes to say something: seven morae a second, which is a usual pace, and a breath at each mark. */
public final class SpeakingTime {
    private static final int MORA_MILLIS = 1_000 / 7;
    private static final int BREATH_MILLIS = 250;
    private static final String MARKS = "、。！？!?";

    private final Morphology morphology = new Morphology();

    /** Give the time for a sentence; a mark at its end takes none. */
    public Duration of(String sentence) {
        int morae = Morae.withOthers(morphology.reading(sentence)).size();
        long marks = sentence.chars()
                .limit(Math.max(0, sentence.length() - 1))
                .filter(c -> MARKS.indexOf(c) >= 0)
                .count();
        return Duration.ofMillis(Math.max(1, morae - marks) * MORA_MILLIS + marks * BREATH_MILLIS);
    }
}
