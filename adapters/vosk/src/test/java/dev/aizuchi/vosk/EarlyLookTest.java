package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyLookTest {
    private static final int VOICE = 3_000;
    private static final int BREATH = 100;
    private static final int NOTHING = 0;

    private final List<Integer> lookedAt = new ArrayList<>();
    private long lookNanos;
    private long now;
    private final EarlyLook look = new EarlyLook(this::read, () -> now);

    private String read(byte[] sound, int length) {
        lookedAt.add(length / 640 * AudioFrame.MILLIS);
        now += lookNanos;
        return "止まれ";
    }

    /** Feed sound of one loudness; give the texts seen. */
    private List<String> feed(int amplitude, int millis) {
        short[] samples = new short[AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i % 2 == 0 ? amplitude : -amplitude);
        }
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < millis; at += AudioFrame.MILLIS) {
            look.accept(AudioFrame.copyOf(samples, 0)).ifPresent(texts::add);
        }
        return texts;
    }

    @Test
    void looks_once_when_the_voice_has_dipped_for_60_ms() {
        feed(VOICE, 500);
        assertThat(feed(BREATH, 40)).isEmpty();
        assertThat(feed(BREATH, 20)).containsExactly("止まれ");
        assertThat(feed(BREATH, 400)).isEmpty();
        assertThat(lookedAt).containsExactly(560);
    }

    @Test
    void looks_again_at_the_next_dip() {
        for (int i = 0; i < 3; i++) {
            feed(VOICE, 200);
            assertThat(feed(BREATH, 100)).hasSize(1);
        }
    }

    @Test
    void does_not_look_while_nothing_is_said() {
        feed(NOTHING, 10_000);
        feed(10, 200);
        assertThat(feed(NOTHING, 1_000)).isEmpty();
    }

    @Test
    void keeps_400_ms_of_the_silence_before_the_voice() {
        feed(NOTHING, 60_000);
        feed(VOICE, 600);
        feed(BREATH, 60);
        assertThat(lookedAt).containsExactly(400 + 600 + 60);
    }

    @Test
    void leaves_a_long_sentence_to_the_decoder() {
        feed(VOICE, 2_400);
        assertThat(feed(BREATH, 1_000)).isEmpty();
        look.begin();
        feed(VOICE, 400);
        assertThat(feed(BREATH, 1_000)).hasSize(1);
    }

    @Test
    void rests_on_a_machine_that_is_too_slow_for_it_and_tries_again_later() {
        lookNanos = 260_000_000;
        say(12);
        assertThat(lookedAt).hasSize(3);
        say(1);
        assertThat(lookedAt).hasSize(4);
        say(9);
        lookNanos = 0;
        say(3);
        assertThat(lookedAt).hasSize(4 + 3);
    }

    private void say(int utterances) {
        for (int i = 0; i < utterances; i++) {
            look.begin();
            feed(VOICE, 400);
            feed(BREATH, 100);
        }
    }
}
