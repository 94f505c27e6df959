package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final AudioFrame LOUD = AudioFrame.copyOf(new short[] {20_000}, 0);

    private final List<String> told = new ArrayList<>();
    private final List<Boolean> pauses = new ArrayList<>();
    private int decoded;

    @Test
    void hears_a_sentence_between_silences() {
        listen(sound(50, 40, 60), List.of("お水", "お水ください"));
        assertThat(told).containsExactly("started", "partial お水", "partial お水ください", "heard お水ください");
    }

    @Test
    void decodes_a_little_of_what_came_before_the_voice() {
        listen(sound(50, 10, 60), List.of("はい"));
        assertThat(decoded).isGreaterThanOrEqualTo(20 + 8);
    }

    @Test
    void tells_of_a_stop_word_in_a_partial_once_and_before_the_end() {
        listen(sound(10, 60, 60), List.of("止まって", "止まってよ"));
        assertThat(told).containsExactly("started", "stop 止まって", "partial 止まってよ", "stopped heard 止まってよ");
    }

    @Test
    void tells_when_a_sound_held_no_words() {
        listen(sound(10, 20, 60), List.of());
        assertThat(told).containsExactly("started", "nothing");
    }

    @Test
    void three_hours_of_silence_decode_nothing() {
        listen(sound(3 * 3_600 * 50, 0, 0), List.of());
        assertThat(told).isEmpty();
        assertThat(decoded).isZero();
    }

    @Test
    void a_sound_that_ends_in_mid_sentence_is_still_heard() {
        listen(sound(10, 30, 0), List.of("お水"));
        assertThat(told).endsWith("heard お水");
    }

    @Test
    void tells_the_recogniser_of_pauses_but_not_of_stop_consonants() {
        listen(sound(0, 20, 4, 20, 10, 20, 30), List.of("お水", "お水を", "お水をください"));
        assertThat(pauses).containsExactly(true, false, true);
    }

    private void listen(AudioSource source, List<String> partials) {
        Listener listener = new Listener(
                new Scripted(partials),
                new Loudness(),
                partial -> Duration.ofMillis(240),
                text -> text.startsWith("止ま"),
                new Recorder());
        listener.listen(source);
    }

    /** Make sound of so many silent frames, then loud ones, and so on. */
    private static AudioSource sound(int... frames) {
        return new AudioSource() {
            private int part;
            private int at;

            @Override
            public Optional<AudioFrame> read() {
                while (part < frames.length && at == frames[part]) {
                    part++;
                    at = 0;
                }
                at++;
                return part == frames.length
                        ? Optional.empty()
                        : Optional.of(part % 2 == 1 ? LOUD : AudioFrame.silence());
            }

            @Override
            public void close() {}
        };
    }

    private static final class Loudness implements VoiceDetector {
        @Override
        public double probability(AudioFrame frame) {
            return frame.levelDb() > -60 ? 1 : 0;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }

    /** Gives its partials on the tenth, twentieth … frame. */
    private final class Scripted implements SpeechRecognizer.Session {
        private final List<String> partials;

        Scripted(List<String> partials) {
            this.partials = partials;
        }

        @Override
        public Optional<String> accept(AudioFrame frame) {
            decoded++;
            int index = decoded / 10 - 1;
            return decoded % 10 == 0 && index < partials.size() ? Optional.of(partials.get(index)) : Optional.empty();
        }

        @Override
        public void paused(boolean pausing) {
            pauses.add(pausing);
        }

        @Override
        public Optional<Recognition> finish() {
            return partials.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Recognition.ofText(partials.get(partials.size() - 1)));
        }

        @Override
        public void close() {}
    }

    private final class Recorder implements Listener.Ear {
        @Override
        public void speechStarted() {
            told.add("started");
        }

        @Override
        public void partial(String text) {
            told.add("partial " + text);
        }

        @Override
        public void stopWord(String text) {
            told.add("stop " + text);
        }

        @Override
        public void nothingHeard() {
            told.add("nothing");
        }

        @Override
        public void heard(Recognition recognition, Duration took, boolean stopped) {
            told.add((stopped ? "stopped heard " : "heard ") + recognition.text());
        }
    }
}
