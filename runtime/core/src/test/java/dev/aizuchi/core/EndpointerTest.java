package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.core.Endpointer.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndpointerTest {
    private final Endpointer endpointer = new Endpointer();
    private Duration patience = Duration.ofMillis(240);

    @Test
    void a_click_is_no_utterance() {
        assertThat(feed(true, 2)).isEqualTo(Phase.SILENT);
        assertThat(feed(false, 50)).isEqualTo(Phase.SILENT);
    }

    @Test
    void ends_after_as_much_silence_as_there_is_patience() {
        assertThat(feed(true, 3)).isEqualTo(Phase.BEGUN);
        assertThat(feed(false, 11)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(false, 1)).isEqualTo(Phase.ENDED);
        assertThat(endpointer.silence()).isEqualTo(patience);
    }

    @Test
    void a_pause_within_patience_does_not_end_it() {
        patience = Duration.ofMillis(1_600);
        feed(true, 3);
        assertThat(feed(false, 79)).isEqualTo(Phase.SPEAKING);
        assertThat(endpointer.isSpeaking()).isTrue();
    }

    @Test
    void a_voice_breaks_a_pause_and_a_click_does_not() {
        patience = Duration.ofMillis(1_600);
        feed(true, 3);
        feed(false, 70);
        assertThat(feed(true, 2)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(false, 50)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(true, 1)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(false, 29)).isEqualTo(Phase.ENDED);
    }

    @Test
    void a_voice_that_trails_off_goes_on_but_would_not_begin() {
        assertThat(feed(0.4, 50)).isEqualTo(Phase.SILENT);
        feed(true, 3);
        assertThat(feed(0.4, 50)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(0.3, 12)).isEqualTo(Phase.ENDED);
    }

    @Test
    void a_doubtful_voice_does_not_begin_again_and_again() {
        int begun = 0;
        for (int i = 0; i < 500; i++) {
            begun += endpointer.accept(i % 2 == 0 ? 0.6 : 0.4, patience) == Phase.BEGUN ? 1 : 0;
        }
        assertThat(begun).isZero();
    }

    @Test
    void a_voice_that_never_pauses_is_ended_after_twenty_seconds() {
        feed(true, 3);
        assertThat(feed(true, 999)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(true, 1)).isEqualTo(Phase.ENDED);
    }

    private Phase feed(boolean voice, int frames) {
        return feed(voice ? 0.9 : 0.1, frames);
    }

    private Phase feed(double probability, int frames) {
        Phase phase = Phase.SILENT;
        for (int i = 0; i < frames; i++) {
            phase = endpointer.accept(probability, patience);
        }
        return phase;
    }
}
