package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hold the voice in Java against the programs hts_engine and open_jtalk, on the same labels and the same sentences. */
@Tag("voice")
final class PeerTest {
    private static Peers.Figures figures = Peers.Figures.NONE;

    @BeforeAll
    static void compare() throws Exception {
        figures = Peers.compare(Peers.sentences().subList(0, 40));
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
