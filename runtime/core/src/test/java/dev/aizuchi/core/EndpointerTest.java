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
        assertThat(feed(true, 1)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(false, 79)).isEqualTo(Phase.SPEAKING);
    }

    @Test
    void a_voice_that_never_pauses_is_ended_after_twenty_seconds() {
        feed(true, 3);
        assertThat(feed(true, 999)).isEqualTo(Phase.SPEAKING);
        assertThat(feed(true, 1)).isEqualTo(Phase.ENDED);
    }

    private Phase feed(boolean voice, int frames) {
        Phase phase = Phase.SILENT;
        for (int i = 0; i < frames; i++) {
            phase = endpointer.accept(voice ? 0.9 : 0.1, patience);
        }
        return phase;
    }
}
