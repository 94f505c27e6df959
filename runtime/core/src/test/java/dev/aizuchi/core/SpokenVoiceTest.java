package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.speech.SpokenSound;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpokenVoiceTest {
    /** One sample a millisecond, and 100 ms a sign. */
    private static final int RATE = 1_000;

    private static final int SIGN = 100;
    private static final String CUT = "cut";
    private static final AudioClip END = new AudioClip(new short[0], RATE);

    private final AtomicLong nanos = new AtomicLong();
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final BlockingQueue<String> made = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final SpokenVoice voice = new SpokenVoice(new Made(), loudspeaker, text -> text, nanos::get);

    @AfterEach
    void close() {
        voice.close();
    }

    @Test
    void the_first_sentence_sounds_while_the_second_is_made() throws InterruptedException {
        voice.speak("お部屋は三階です。右へどうぞ。", Manner.USUAL, () -> {}, ended::add);
        assertThat(loudspeaker.begins()).isEqualTo(9 * SIGN);
        assertThat(made.take()).isEqualTo("お部屋は三階です。");
        assertThat(made.take()).isEqualTo("右へどうぞ。");
        loudspeaker.ends();
        assertThat(loudspeaker.begins()).isEqualTo(6 * SIGN);
        loudspeaker.ends();
        assertThat(ended.take()).isEmpty();
        assertThat(voice.said()).isEqualTo("お部屋は三階です。右へどうぞ。");
    }

    @Test
    void a_sentence_sounds_before_all_of_it_is_made() throws InterruptedException {
        SynchronousQueue<AudioClip> pieces = new SynchronousQueue<>();
        BlockingQueue<AudioClip> heard = new LinkedBlockingQueue<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (SpokenVoice piecemeal =
                new SpokenVoice(new InPieces(pieces), new Passing(heard), text -> text, nanos::get)) {
            piecemeal.speak("お部屋は三階です。", Manner.USUAL, begun::countDown, ended::add);
            pieces.put(new AudioClip(new short[SIGN], RATE));
            assertThat(heard.take().samples()).hasSize(SIGN);
            begun.await();
            assertThat(ended).isEmpty();
            pieces.put(new AudioClip(new short[2 * SIGN], RATE));
            assertThat(heard.take().samples()).hasSize(2 * SIGN);
            pieces.put(END);
            assertThat(ended.take()).isEmpty();
        }
    }

    @Test
    void what_fails_midway_is_told() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        SpeechSynthesizer failing = new InPieces(new SynchronousQueue<>()) {
            @Override
            public SpokenSound speak(String text, SpeakingStyle style) {
                return new SpokenSound(style, () -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new AudioException("the voice is closed");
                    }
                    return Optional.of(new AudioClip(new short[SIGN], RATE));
                });
            }
        };
        try (SpokenVoice voiceOnce =
                new SpokenVoice(failing, new Passing(new LinkedBlockingQueue<>()), t -> t, nanos::get)) {
            voiceOnce.speak("右です。", Manner.USUAL, () -> {}, ended::add);
            assertThat(ended.take()).isEqualTo("the voice is closed");
        }
    }

    @Test
    void a_cut_ends_a_sentence_whose_sound_has_not_begun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (SpokenVoice slow = new SpokenVoice(
                new InPieces(new SynchronousQueue<>()),
                new Passing(new LinkedBlockingQueue<>()),
                text -> text,
                nanos::get)) {
            slow.speak("右です。", Manner.USUAL, begun::countDown, ended::add);
            slow.cut();
            assertThat(ended.take()).isEmpty();
            assertThat(slow.said()).isEmpty();
            assertThat(begun.getCount()).isEqualTo(1);
        }
    }

    @Test
    void after_a_pause_the_rest_is_said_from_a_little_before() throws InterruptedException {
        voice.speak("お部屋は三階です。", Manner.USUAL, () -> {}, ended::add);
        loudspeaker.begins();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        voice.pause();
        voice.goOn();
        assertThat(loudspeaker.begins()).isBetween(9 * SIGN - 500, 9 * SIGN - 200);
        loudspeaker.ends();
        assertThat(ended.take()).isEmpty();
        assertThat(voice.said()).isEqualTo("お部屋は三階です。");
    }

    @Test
    void a_sentence_that_is_taken_up_from_its_first_sound_has_begun_once() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        voice.speak("お部屋は三階です。", Manner.USUAL, begun::incrementAndGet, ended::add);
        loudspeaker.begins();
        voice.pause();
        voice.goOn();
        assertThat(loudspeaker.begins()).as("from its first sound").isEqualTo(9 * SIGN);
        loudspeaker.ends();
        assertThat(ended.take()).isEmpty();
        assertThat(begun).hasValue(1);
    }

    @Test
    void while_it_pauses_nothing_sounds() throws InterruptedException {
        voice.speak("お部屋は三階です。", Manner.USUAL, () -> {}, ended::add);
        loudspeaker.begins();
        voice.pause();
        assertThat(loudspeaker.beginsWithin(150)).isFalse();
        assertThat(ended).isEmpty();
    }

    @Test
    void what_was_said_before_a_cut_is_known() throws InterruptedException {
        voice.speak("右です。お部屋は三階です。", Manner.USUAL, () -> {}, ended::add);
        loudspeaker.begins();
        loudspeaker.ends();
        loudspeaker.begins();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(420));
        voice.cut();
        assertThat(voice.said()).isEqualTo("右です。お部屋は");
        assertThat(ended.take()).isEmpty();
    }

    @Test
    void a_pause_then_a_cut_ends_it() throws InterruptedException {
        voice.speak("お部屋は三階です。", Manner.USUAL, () -> {}, ended::add);
        loudspeaker.begins();
        voice.pause();
        voice.cut();
        assertThat(ended.take()).isEmpty();
        voice.speak("右です。", Manner.USUAL, () -> {}, ended::add);
        assertThat(loudspeaker.begins()).isEqualTo(4 * SIGN);
    }

    @Test
    void a_voice_that_cannot_say_it_tells_why() throws InterruptedException {
        voice.speak("？", Manner.USUAL, () -> {}, ended::add);
        assertThat(ended.take()).isEqualTo("no such sign");
    }

    /** Makes silence, a tenth of a second for each sign. */
    private final class Made implements SpeechSynthesizer {
        @Override
        public AudioClip synthesize(String text) {
            if (text.equals("？")) {
                throw new AudioException("no such sign");
            }
            made.add(text);
            return new AudioClip(new short[text.length() * SIGN], RATE);
        }

        @Override
        public void close() {}
    }

    /** Gives a sentence in the pieces that it is handed. */
    private static class InPieces implements SpeechSynthesizer {
        private final SynchronousQueue<AudioClip> pieces;

        InPieces(SynchronousQueue<AudioClip> pieces) {
            this.pieces = pieces;
        }

        @Override
        public AudioClip synthesize(String text) {
            throw new AudioException("only in pieces");
        }

        @Override
        public SpokenSound speak(String text, SpeakingStyle style) {
            return new SpokenSound(style, () -> {
                try {
                    return Optional.of(pieces.take()).filter(piece -> piece != END);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            });
        }

        @Override
        public void close() {}
    }

    /** Hands on each piece as it comes. */
    private record Passing(BlockingQueue<AudioClip> heard) implements AudioSink {
        @Override
        public boolean play(AudioClip clip) {
            return play(AudioStream.of(clip));
        }

        @Override
        public boolean play(AudioStream sound) {
            for (Optional<AudioClip> piece = sound.next(); piece.isPresent(); piece = sound.next()) {
                heard.add(piece.get());
            }
            return true;
        }

        @Override
        public void cut() {}

        @Override
        public void close() {}
    }

    /** Plays until it is told that the clip has ended, or cut. */
    private static final class Loudspeaker implements AudioSink {
        private final BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

        int begins() throws InterruptedException {
            return begun.take();
        }

        boolean beginsWithin(int millis) throws InterruptedException {
            return begun.poll(millis, TimeUnit.MILLISECONDS) != null;
        }

        void ends() {
            ends.add("end");
        }

        @Override
        public boolean play(AudioClip clip) {
            ends.clear();
            begun.add(clip.samples().length);
            try {
                return !ends.take().equals(CUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void cut() {
            ends.add(CUT);
        }

        @Override
        public void close() {}
    }
}
