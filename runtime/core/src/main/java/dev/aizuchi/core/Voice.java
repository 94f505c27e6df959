package dev.aizuchi.core;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Speak one sentence at a time on a thread of its own, or, with nothing to speak with, count it as spoken at once. */
sealed interface Voice extends AutoCloseable {

    /** Speak in a manner; {@code ended} is told on some thread, with what went wrong or "". */
    void speak(String text, Manner manner, Consumer<String> ended);

    /** Fall silent; callable from any thread. */
    void cut();

    @Override
    void close();

    /** Say nothing aloud: the sentence stands in the events alone. */
    record Mute() implements Voice {
        @Override
        public void speak(String text, Manner manner, Consumer<String> ended) {
            ended.accept("");
        }

        @Override
        public void cut() {}

        @Override
        public void close() {}
    }

    /** Speak through a synthesiser and a loudspeaker. */
    final class Spoken implements Voice {
        private final SpeechSynthesizer synthesizer;
        private final AudioSink sink;
        private final UnaryOperator<String> reading;
        private final AtomicLong cuts = new AtomicLong();
        private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread speaking = new Thread(task, "voice");
            speaking.setDaemon(true);
            return speaking;
        });

        /**
         * Speak aloud; this closes both.
         *
         * @param reading writes a sentence so that the synthesiser reads the site's names right
         */
        Spoken(SpeechSynthesizer synthesizer, AudioSink sink, UnaryOperator<String> reading) {
            this.synthesizer = synthesizer;
            this.sink = sink;
            this.reading = reading;
        }

        @Override
        public void speak(String text, Manner manner, Consumer<String> ended) {
            long cutsBefore = cuts.get();
            thread.execute(() -> ended.accept(say(text, manner, cutsBefore)));
        }

        private String say(String text, Manner manner, long cutsBefore) {
            try {
                var clip = manner.of(synthesizer.synthesize(reading.apply(text)));
                // A sentence that was cut while it was still being made is never begun.
                if (cuts.get() == cutsBefore) {
                    sink.play(clip);
                }
                return "";
            } catch (AudioException e) {
                return String.valueOf(e.getMessage());
            } catch (RuntimeException e) {
                return "the voice failed with " + e.getClass().getName();
            }
        }

        @Override
        public void cut() {
            cuts.incrementAndGet();
            sink.cut();
        }

        @Override
        public void close() {
            cut();
            thread.shutdownNow();
            synthesizer.close();
            sink.close();
        }
    }
}
