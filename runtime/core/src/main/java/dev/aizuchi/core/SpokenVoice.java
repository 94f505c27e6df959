package dev.aizuchi.core;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Speak through a synthesiser and a loudspeaker. A sentence sounds from its first piece on, while the rest and the
 * sentence after it are made.
 */
final class SpokenVoice implements Voice {
    static final Pattern SENTENCES = Pattern.compile("(?<=[。！？!?])(?![」』）])");
    private static final long NANOS = 1_000_000_000;
    /** Who goes on after a pause takes up the last word again. */
    private static final int BACK_MS = 300;

    private final SpeechSynthesizer synthesizer;
    private final AudioSink sink;
    private final UnaryOperator<String> reading;
    private final LongSupplier nanoTime;
    private final ExecutorService making = thread("voice making");
    private final ExecutorService speaking = thread("voice");

    private final Hold hold;
    private String said = "";
    private @Nullable Playing playing;
    /** The sentence that is being made or played. */
    private @Nullable GrowingSound awaited;

    /** What sounds: a sentence, from a sample on, since a moment; or what is to be said after a pause. */
    private record Playing(GrowingSound sound, int from, long since, boolean interrupted) {
        int at(long now) {
            return sound.within(from + Math.max(0, (now - since) * sound.rate() / NANOS));
        }

        String heard(long now) {
            return sound.heard(at(now));
        }

        /** Find where to go on: the quietest place shortly before. */
        int again(long now) {
            return sound.quietest(at(now), BACK_MS);
        }
    }

    /**
     * Speak aloud; this closes both.
     *
     * @param reading writes a sentence so that the synthesiser reads the site's names right
     */
    SpokenVoice(SpeechSynthesizer synthesizer, AudioSink sink, UnaryOperator<String> reading, LongSupplier nanoTime) {
        this.synthesizer = synthesizer;
        this.sink = sink;
        this.reading = reading;
        this.nanoTime = nanoTime;
        this.hold = new Hold(nanoTime);
    }

    static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void speak(String text, Manner manner, Runnable begun, Consumer<String> ended) {
        long before;
        synchronized (hold) {
            before = hold.cuts();
            said = "";
        }
        speaking.execute(() -> ended.accept(say(text, manner, begun, before)));
    }

    private String say(String text, Manner manner, Runnable begun, long cutsBefore) {
        try {
            String[] sentences = SENTENCES.split(text, 0);
            GrowingSound next = made(sentences[0], manner);
            for (int i = 0; i < sentences.length; i++) {
                GrowingSound sound = next;
                boolean last = i + 1 == sentences.length;
                next = last ? sound : made(sentences[i + 1], manner);
                if (!sounds(sound, i == 0 ? begun : () -> {}, cutsBefore)) {
                    next.abandon();
                    return "";
                }
            }
            return "";
        } catch (RuntimeException e) {
            return fault(e);
        }
    }

    private static String fault(@Nullable Throwable fault) {
        return fault instanceof AudioException
                ? String.valueOf(fault.getMessage())
                : "the voice failed with "
                        + (fault == null ? "nothing" : fault.getClass().getName());
    }

    private GrowingSound made(String sentence, Manner manner) {
        GrowingSound sound = new GrowingSound(sentence);
        making.execute(() -> {
            try {
                AudioStream pieces = manner.of(synthesizer.speak(reading.apply(sentence), manner.style()));
                for (Optional<AudioClip> piece = pieces.next();
                        piece.isPresent() && sound.add(piece.get());
                        piece = pieces.next()) {
                    // Each is played as soon as it is there.
                }
                sound.end();
            } catch (RuntimeException e) {
                sound.fail(e);
            }
        });
        return sound;
    }

    /** Play a sentence to its end, with the pauses that are asked for; false when it was cut. */
    private boolean sounds(GrowingSound sound, Runnable begun, long cutsBefore) {
        int from = 0;
        // Told once, though a pause may lead back to the sentence's begin.
        Runnable untold = begun;
        while (true) {
            // A sentence that was cut while it was still being made is never begun.
            if (!begins(sound, from, cutsBefore)) {
                return false;
            }
            untold.run();
            untold = () -> {};
            if (sound.await(from)) {
                sink.play(sound.from(from));
            }
            synchronized (hold) {
                Playing now = playing;
                if (hold.cuts() != cutsBefore || now == null) {
                    return false;
                }
                if (!now.interrupted) {
                    said += sound.text();
                    playing = null;
                    return true;
                }
                from = now.from;
            }
        }
    }

    private boolean begins(GrowingSound sound, int from, long cutsBefore) {
        synchronized (hold) {
            awaited = sound;
            if (hold.cuts() != cutsBefore) {
                return false;
            }
        }
        sound.await(from);
        synchronized (hold) {
            playing = hold.passes(cutsBefore) ? new Playing(sound, from, nanoTime.getAsLong(), false) : null;
            return playing != null;
        }
    }

    @Override
    public void pause() {
        synchronized (hold) {
            Playing now = playing;
            if (!hold.pause()) {
                return;
            }
            if (now != null) {
                long at = nanoTime.getAsLong();
                playing = new Playing(now.sound, now.again(at), at, true);
            }
        }
        sink.cut();
    }

    @Override
    public void goOn() {
        hold.goOn();
    }

    @Override
    public void cut() {
        synchronized (hold) {
            hold.cut();
            Playing now = playing;
            if (now != null) {
                said += now.heard(now.interrupted ? now.since : nanoTime.getAsLong());
            }
            playing = null;
            if (awaited != null) {
                awaited.abandon();
            }
        }
        sink.cut();
    }

    @Override
    public String said() {
        synchronized (hold) {
            return said;
        }
    }

    @Override
    public void close() {
        cut();
        speaking.shutdownNow();
        making.shutdownNow();
        synthesizer.close();
        sink.close();
    }
}
