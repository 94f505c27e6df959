package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Hold the voice in Java against the programs hts_engine and open_jtalk, on the same labels and the same sentences; the
 * system property {@code voice.sentences} says on how many of 1,000.
 */
@Tag("voice")
final class PeerTest {
    private static Peers.Figures figures = Peers.Figures.NONE;

    @BeforeAll
    static void compare() throws Exception {
        var sentences = Peers.sentences().subList(0, Integer.getInteger("voice.sentences", 40));
        figures = Peers.compare(sentences);
        System.out.println(figures);
        System.out.println(Peers.speed(sentences));
    }

    @Test
    void every_phoneme_lasts_exactly_as_long() {
        assertThat(figures.frames()).isPositive();
        assertThat(figures.otherDurations()).isZero();
    }

    @Test
    void spectrum_and_pitch_are_those_of_hts_engine() {
        assertThat(figures.spectralDistance()).isLessThan(0.5);
        assertThat(figures.pitchDistance()).isLessThan(2);
        assertThat(figures.otherVoicing()).isZero();
    }

    @Test
    void accent_phrases_are_those_of_open_jtalk() {
        assertThat(figures.phraseAgreement()).isGreaterThan(0.85);
    }
}
