package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.EchoCanceller;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EchoFreeSourceTest {
    private final PlayedSignal played = new PlayedSignal(SilentSink.instant());
    private final List<Integer> reference = new ArrayList<>();
    private final EchoFreeSource source = new EchoFreeSource(new Quiet(), played, new Noting());

    @Test
    void the_canceller_is_given_what_is_played_frame_by_frame_and_then_silence() {
        read(1);
        played.play(tone(3, AudioFrame.SAMPLE_RATE));
        read(5);
        assertThat(reference).containsExactly(0, 1_000, 1_000, 1_000, 0, 0);
    }

    @Test
    void after_a_cut_nothing_is_played() {
        played.play(tone(10, AudioFrame.SAMPLE_RATE));
        read(2);
        played.cut();
        read(2);
        assertThat(reference).containsExactly(1_000, 1_000, 0, 0);
    }

    @Test
    void a_clip_of_another_rate_is_as_long_for_the_canceller() {
        played.play(tone(50, 24_000));
        read(60);
        assertThat(reference.subList(1, 49))
                .allSatisfy(sample -> assertThat(sample).isBetween(950, 1_050));
        assertThat(reference.subList(51, 60)).containsOnly(0);
    }

    @Test
    void sound_that_comes_in_pieces_has_no_seams_for_the_canceller() {
        List<AudioClip> pieces = new ArrayList<>(List.of(tone(7, 24_000), tone(1, 24_000), tone(42, 24_000)));
        played.play((AudioStream) () -> pieces.isEmpty() ? Optional.empty() : Optional.of(pieces.remove(0)));
        read(60);
        assertThat(reference.subList(1, 49))
                .allSatisfy(sample -> assertThat(sample).isBetween(950, 1_050));
        assertThat(reference.subList(51, 60)).containsOnly(0);
    }

    private void read(int frames) {
        for (int i = 0; i < frames; i++) {
            source.read();
        }
    }

    private static AudioClip tone(int frames, int rate) {
        short[] samples = new short[frames * rate / 50];
        Arrays.fill(samples, (short) 1_000);
        return new AudioClip(samples, rate);
    }

    private static final class Quiet implements AudioSource {
        @Override
        public Optional<AudioFrame> read() {
            return Optional.of(AudioFrame.silence());
        }

        @Override
        public void close() {}
    }

    private final class Noting implements EchoCanceller {
        @Override
        public AudioFrame clean(AudioFrame microphone, AudioFrame given) {
            reference.add((int) given.sample(AudioFrame.SAMPLES / 2));
            return microphone;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}
