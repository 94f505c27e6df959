package dev.aizuchi.core;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Speak through a synthesiser and a loudspeaker. A sentence is made while the one before it sounds, so that a long text
 * begins as soon as its first sentence does.
 */
final class SpokenVoice implements Voice {
    static final Pattern SENTENCES = Pattern.compile("(?<=[。！？!?])(?![」』）])");
    private static final long NANOS = 1_000_000_000;
    /** Who goes on after a pause takes up the last word again. */
    private static final int BACK_MS = 300;
    /** A pause that nobody ends is over. */
    static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final SpeechSynthesizer synthesizer;
    private final AudioSink sink;
    private final UnaryOperator<String> reading;
    private final LongSupplier nanoTime;
    private final ExecutorService making = thread("voice making");
    private final ExecutorService speaking = thread("voice");

    private long cuts;
    private boolean paused;
    private String said = "";
    private @Nullable Playing playing;

    /** What sounds: a sentence, from a sample on, since a moment; or what is to be said after a pause. */
    private record Playing(String text, AudioClip clip, int from, long since, boolean interrupted) {
        int at(long now) {
            long played = (now - since) * clip.sampleRate() / NANOS;
            return (int) Math.min(clip.samples().length, from + Math.max(0, played));
        }

        String heard(long now) {
            return text.substring(0, (int) ((long) text.length() * at(now) / Math.max(1, clip.samples().length)));
        }

        /** Find the quietest place shortly before, such as between two words. */
        int again(long now) {
            short[] samples = clip.samples();
            int step = clip.sampleRate() / 100;
            int at = at(now);
            int best = at;
            double least = Double.MAX_VALUE;
            for (int begin = Math.max(0, at - clip.sampleRate() * BACK_MS / 1_000); begin + step <= at; begin += step) {
                double power = 0;
                for (int i = begin; i < begin + step; i++) {
                    power += (double) samples[i] * samples[i];
                }
                if (power < least) {
                    least = power;
                    best = begin;
                }
            }
            return best;
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
    }

    static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void speak(String text, Manner manner, Consumer<String> ended) {
        long before;
        synchronized (this) {
            before = cuts;
            said = "";
        }
        speaking.execute(() -> ended.accept(say(text, manner, before)));
    }

    private String say(String text, Manner manner, long cutsBefore) {
        try {
            String[] sentences = SENTENCES.split(text, 0);
            CompletableFuture<AudioClip> next = made(sentences[0], manner);
            for (int i = 0; i < sentences.length; i++) {
                AudioClip clip = next.join();
                if (i + 1 < sentences.length) {
                    next = made(sentences[i + 1], manner);
                }
                if (!sounds(sentences[i], clip, cutsBefore)) {
                    next.cancel(false);
                    return "";
                }
            }
            return "";
        } catch (CompletionException e) {
            return fault(e.getCause());
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

    private CompletableFuture<AudioClip> made(String sentence, Manner manner) {
        return CompletableFuture.supplyAsync(() -> manner.of(synthesizer.synthesize(reading.apply(sentence))), making);
    }

    /** Play a sentence to its end, with the pauses that are asked for; false when it was cut. */
    private boolean sounds(String text, AudioClip clip, long cutsBefore) {
        int from = 0;
        while (true) {
            // A sentence that was cut while it was still being made is never begun.
            if (!begins(text, clip, from, cutsBefore)) {
                return false;
            }
            sink.play(from == 0 ? clip : rest(clip, from));
            synchronized (this) {
                Playing now = playing;
                if (cuts != cutsBefore || now == null) {
                    return false;
                }
                if (!now.interrupted) {
                    said += text;
                    playing = null;
                    return true;
                }
                from = now.from;
            }
        }
    }

    private synchronized boolean begins(String text, AudioClip clip, int from, long cutsBefore) {
        try {
            while (paused && cuts == cutsBefore) {
                long begun = nanoTime.getAsLong();
                wait(LONGEST_PAUSE_MILLIS);
                paused &= nanoTime.getAsLong() - begun < LONGEST_PAUSE_MILLIS * 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        playing = cuts == cutsBefore ? new Playing(text, clip, from, nanoTime.getAsLong(), false) : null;
        return playing != null;
    }

    private static AudioClip rest(AudioClip clip, int from) {
        short[] samples = clip.samples();
        return new AudioClip(Arrays.copyOfRange(samples, from, samples.length), clip.sampleRate());
    }

    @Override
    public void pause() {
        synchronized (this) {
            Playing now = playing;
            if (paused) {
                return;
            }
            paused = true;
            if (now != null) {
                long at = nanoTime.getAsLong();
                playing = new Playing(now.text, now.clip, now.again(at), at, true);
            }
        }
        sink.cut();
    }

    @Override
    public synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    @Override
    public void cut() {
        synchronized (this) {
            cuts++;
            Playing now = playing;
            if (now != null) {
                said += now.heard(now.interrupted ? now.since : nanoTime.getAsLong());
            }
            playing = null;
            paused = false;
            notifyAll();
        }
        sink.cut();
    }

    @Override
    public synchronized String said() {
        return said;
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
