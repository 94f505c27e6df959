package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavSinkTest {
    private final FakeClock clock = new FakeClock();
    private final AudioClip clip = new AudioClip(Sound.toShorts(Sound.tone(440, 24_000, 24_000, 0.5)), 24_000);

    @TempDir
    private Path folder;

    @Test
    void writes_clip_after_clip_in_their_own_time() {
        Path file = folder.resolve("said.wav");
        Speaker sink = Speaker.into(file, clock);

        assertThat(sink.play(clip)).isTrue();
        assertThat(sink.play(clip)).isTrue();

        assertThat(clock.millis()).isBetween(2_000L, 2_020L);
        // Whole although it is not closed, as after a crash.
        assertThat(WavFile.read(file).samples()).hasSize(32_000);
        sink.close();
    }

    @Test
    void holds_what_was_heard_of_a_clip_that_was_cut() {
        Path file = folder.resolve("said.wav");
        Speaker sink = Speaker.into(file, clock);
        clock.whileWaiting(() -> {
            if (clock.millis() == 500) {
                sink.cut();
            }
        });

        assertThat(sink.play(clip)).isFalse();
        sink.close();

        assertThat((double) WavFile.read(file).duration().toMillis()).isCloseTo(500, within(40.0));
    }

    @Test
    void says_that_a_folder_is_missing() {
        assertThatThrownBy(() -> Speaker.into(folder.resolve("none/said.wav"), clock))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("said.wav cannot be written");
    }
}
