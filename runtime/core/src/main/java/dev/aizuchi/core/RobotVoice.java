package dev.aizuchi.core;

import dev.aizuchi.speech.Talker;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Speak by a device that makes the sound itself, sentence by sentence. It cannot be held in the middle of one: who goes
 * on after a pause says that sentence again. The manner is the device's own.
 */
final class RobotVoice implements Voice {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Talker talker;
    private final UnaryOperator<String> reading;
    private final LongSupplier nanoTime;
    private final ExecutorService speaking = SpokenVoice.thread("voice");
    private long cuts;
    private boolean paused;
    private boolean interrupted;
    private String said = "";

    /** @param reading writes a sentence so that the device reads the site's names right */
    RobotVoice(Talker talker, UnaryOperator<String> reading, LongSupplier nanoTime) {
        this.talker = talker;
        this.reading = reading;
        this.nanoTime = nanoTime;
    }

    /** Speak; {@code begun} is told once the device is, since when it sounds it does not tell. */
    @Override
    public void speak(String text, Manner manner, Runnable begun, Consumer<String> ended) {
        long before;
        synchronized (this) {
            before = cuts;
            said = "";
        }
        speaking.execute(() -> ended.accept(say(text, begun, before)));
    }

    private String say(String text, Runnable begun, long cutsBefore) {
        Runnable first = begun;
        try {
            for (String sentence : SpokenVoice.SENTENCES.split(text, 0)) {
                boolean whole = false;
                while (!whole) {
                    Optional<CompletionStage<String>> end = begin(sentence, cutsBefore);
                    if (end.isEmpty()) {
                        return "";
                    }
                    first.run();
                    first = () -> {};
                    String fault = end.get().toCompletableFuture().join();
                    if (!fault.isEmpty()) {
                        return fault;
                    }
                    whole = isWhole(sentence, cutsBefore);
                }
            }
            return "";
        } catch (RuntimeException e) {
            return "the voice failed with " + e.getClass().getName();
        }
    }

    /** Begin a sentence once no pause holds it; nothing after a cut. */
    private synchronized Optional<CompletionStage<String>> begin(String sentence, long cutsBefore) {
        long until = nanoTime.getAsLong() + SpokenVoice.LONGEST_PAUSE_MILLIS * NANOS_PER_MILLI;
        try {
            while (paused && cuts == cutsBefore) {
                long left = until - nanoTime.getAsLong();
                paused = left > 0;
                wait(Math.max(1, left / NANOS_PER_MILLI));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        interrupted = false;
        return cuts == cutsBefore ? Optional.of(talker.say(reading.apply(sentence))) : Optional.empty();
    }

    private synchronized boolean isWhole(String sentence, long cutsBefore) {
        boolean whole = !interrupted && cuts == cutsBefore;
        if (whole) {
            said += sentence;
        }
        return whole;
    }

    @Override
    public void pause() {
        synchronized (this) {
            if (paused) {
                return;
            }
            paused = true;
            interrupted = true;
        }
        talker.cut();
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
            paused = false;
            notifyAll();
        }
        talker.cut();
    }

    @Override
    public synchronized String said() {
        return said;
    }

    @Override
    public void close() {
        cut();
        speaking.shutdownNow();
    }
}
