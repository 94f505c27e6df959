package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final AudioFrame LOUD = AudioFrame.copyOf(new short[] {20_000}, 0);

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Boolean> pauses = new ArrayList<>();
    private int decoded;
    /** What the session that watches for stop words alone hears. */
    private List<String> watched = List.of();

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
    void decodes_from_a_moment_of_voice_on_that_was_too_short_to_be_a_beginning() {
        listen(sound(50, 2, 50, 10, 60), List.of("はい"));
        assertThat(decoded).isGreaterThanOrEqualTo(20 + 50 + 10).isLessThan(50 + 2 + 50 + 10);
    }

    @Test
    void a_moment_of_voice_long_before_is_another_sound() {
        listen(sound(50, 2, 90, 10, 60), List.of("はい"));
        int afterAnother = decoded;
        decoded = 0;
        listen(sound(142, 10, 60), List.of("はい"));
        assertThat(afterAnother).isEqualTo(decoded);
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
        listen(sound(0, 20, 2, 20, 10, 20, 30), List.of("お水", "お水を", "お水をください"));
        assertThat(pauses).containsExactly(true, false, true);
    }

    @Test
    void a_stop_word_that_only_the_watching_session_hears_makes_the_sentence_a_stop() {
        watched = List.of("止まって");
        listen(sound(10, 60, 60), List.of("泊まって", "泊まってよ"));
        assertThat(told).contains("stop 止まって").endsWith("stopped heard 泊まってよ");
    }

    @Test
    void the_next_sentence_after_a_stop_is_none() {
        watched = List.of("止まって");
        listen(sound(10, 60, 60, 40, 60), List.of("泊まって"));
        assertThat(told).containsOnlyOnce("stop 止まって").endsWith("heard 泊まって");
    }

    @Test
    void a_stop_word_is_heard_while_the_recogniser_is_still_busy() throws Exception {
        watched = List.of("いいえ", "止まって");
        CountDownLatch stopHeard = new CountDownLatch(1);
        Listener.Ear waiting = new Recorder() {
            @Override
            public void stopWord(String text) {
                stopHeard.countDown();
            }
        };
        // The stop comes while the first sentence's final text is still being made, which takes until it has come.
        SpeechRecognizer.Session busy = new Scripted(List.of("お水")) {
            @Override
            public Optional<Recognition> finish() {
                await(stopHeard);
                return super.finish();
            }
        };
        new Listener(busy, partial -> Duration.ofMillis(240), text -> text.startsWith("止ま"), waiting)
                .listen(sound(10, 20, 60, 60, 60), new Loudness(), spotter(waiting));
        assertThat(stopHeard.getCount()).isZero();
    }

    @Test
    void sound_that_goes_on_is_dropped_where_recognition_is_far_too_slow() {
        CountDownLatch allRead = new CountDownLatch(1);
        SpeechRecognizer.Session slow = new Scripted(List.of("お水")) {
            @Override
            public Optional<Recognition> finish() {
                await(allRead);
                return super.finish();
            }
        };
        AudioSource file = sound(10, 20, 60, 20, Intake.LONGEST, 20, 60);
        AudioSource live = new AudioSource() {
            @Override
            public Optional<AudioFrame> read() {
                Optional<AudioFrame> frame = file.read();
                if (frame.isEmpty()) {
                    allRead.countDown();
                }
                return frame;
            }

            @Override
            public void close() {}
        };
        Recorder recorder = new Recorder();
        new Listener(slow, partial -> Duration.ofMillis(240), text -> false, recorder)
                .listen(live, new Loudness(), spotter(recorder));
        assertThat(told).contains("dropped").endsWith("heard お水");
    }

    @Test
    void a_lost_device_is_told_to_the_caller() {
        AudioSource lost = new AudioSource() {
            @Override
            public Optional<AudioFrame> read() {
                throw new AudioException("the microphone is gone");
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> listen(lost, List.of())).isInstanceOf(AudioException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void listen(AudioSource source, List<String> partials) {
        Recorder recorder = new Recorder();
        Listener listener = new Listener(
                new Scripted(partials), partial -> Duration.ofMillis(240), text -> text.startsWith("止ま"), recorder);
        listener.listen(source, new Loudness(), spotter(recorder));
    }

    private StopSpotter spotter(Listener.Ear ear) {
        return new StopSpotter(new Watching(), Optional.empty(), text -> text.startsWith("止ま"), ear::stopWord);
    }

    /** Make sound of so many silent frames, then loud ones, and so on. */
    private static AudioSource sound(int... frames) {
        return new AudioSource() {
            @Override
            public boolean isLive() {
                return false;
            }

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

    /** Hears the next of what it watches for on each twentieth frame. */
    private final class Watching implements SpeechRecognizer.Session {
        private int frames;

        @Override
        public Optional<String> accept(AudioFrame frame) {
            int index = ++frames / 20 - 1;
            return frames % 20 == 0 && index < watched.size() ? Optional.of(watched.get(index)) : Optional.empty();
        }

        @Override
        public Optional<Recognition> finish() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Gives its partials on the tenth, twentieth … frame. */
    private class Scripted implements SpeechRecognizer.Session {
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

    private class Recorder implements Listener.Ear {
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

        @Override
        public void dropped(Duration sound) {
            if (!told.contains("dropped")) {
                told.add("dropped");
            }
        }
    }
}
