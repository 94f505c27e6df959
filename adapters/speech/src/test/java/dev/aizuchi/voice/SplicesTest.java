package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioClip;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SplicesTest {

    @Test
    void cuts_silence_down_to_the_margin() {
        AudioClip trimmed = Splices.trim(Tones.tone(300, 100, 300), Duration.ofMillis(40));

        assertThat(trimmed.duration()).isEqualTo(Duration.ofMillis(180));
    }

    @Test
    void leaves_nothing_of_a_silent_clip() {
        assertThat(Splices.trim(Tones.tone(300, 0, 0), Duration.ofMillis(40)).samples())
                .isEmpty();
    }

    @Test
    void joins_with_a_pause_between_and_none_at_the_ends() {
        AudioClip joined = Splices.join(List.of(Tones.tone(0, 10, 0), Tones.tone(0, 10, 0)), Duration.ofMillis(5));

        assertThat(joined.duration()).isEqualTo(Duration.ofMillis(25));
        assertThat(joined.samples()[0]).isNotZero();
        assertThat(joined.samples()[12 * 16]).isZero();
        assertThat(joined.samples()[16 * 16]).isNotZero();
    }
}
