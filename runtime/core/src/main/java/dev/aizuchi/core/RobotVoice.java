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
    private final Talker talker;
    private final UnaryOperator<String> reading;
    private final ExecutorService speaking = SpokenVoice.thread("voice");
    private final Hold hold;
    private boolean interrupted;
    private String said = "";

    /** @param reading writes a sentence so that the device reads the site's names right */
    RobotVoice(Talker talker, UnaryOperator<String> reading, LongSupplier nanoTime) {
        this.talker = talker;
        this.reading = reading;
        this.hold = new Hold(nanoTime);
    }

    /** Speak; {@code begun} is told once the device is, since when it sounds it does not tell. */
    @Override
    public void speak(String text, Manner manner, Runnable begun, Consumer<String> ended) {
        long before;
        synchronized (hold) {
            before = hold.cuts();
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
    private Optional<CompletionStage<String>> begin(String sentence, long cutsBefore) {
        synchronized (hold) {
            boolean begins = hold.passes(cutsBefore);
            interrupted = false;
            return begins ? Optional.of(talker.say(reading.apply(sentence))) : Optional.empty();
        }
    }

    private boolean isWhole(String sentence, long cutsBefore) {
        synchronized (hold) {
            boolean whole = !interrupted && hold.cuts() == cutsBefore;
            if (whole) {
                said += sentence;
            }
            return whole;
        }
    }

    @Override
    public void pause() {
        synchronized (hold) {
            if (!hold.pause()) {
                return;
            }
            interrupted = true;
        }
        talker.cut();
    }

    @Override
    public void goOn() {
        hold.goOn();
    }

    @Override
    public void cut() {
        hold.cut();
        talker.cut();
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
    }
}
