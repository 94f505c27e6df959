package dev.aizuchi.core;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** Say nothing aloud, in the time that saying it would take: for a simulation, whose one thread calls all of this. */
final class PacedVoice implements Voice {
    private final Lanes lanes;
    private final Function<String, Duration> lasting;

    private String text = "";
    private Consumer<String> ended = fault -> {};
    private long nanosLong;
    /** How much of it had been said when it began, or went on, to sound. */
    private long nanosBefore;

    private long since;
    private boolean sounding;
    /** Counts what makes an end that was planned no end any more. */
    private long changes;

    /** Speak by these lanes; {@code lasting} tells how long a sentence takes. */
    PacedVoice(Lanes lanes, Function<String, Duration> lasting) {
        this.lanes = lanes;
        this.lasting = lasting;
    }

    @Override
    public void speak(String sentence, Manner manner, Runnable begun, Consumer<String> whenEnded) {
        text = sentence;
        ended = whenEnded;
        nanosLong = Math.max(1, (long) (lasting.apply(sentence).toNanos() / manner.speed()));
        nanosBefore = 0;
        goOn();
    }

    @Override
    public void pause() {
        if (sounding) {
            nanosBefore = nanosSaid();
            sounding = false;
            changes++;
        }
    }

    @Override
    public void goOn() {
        if (!sounding && nanosBefore < nanosLong) {
            sounding = true;
            since = lanes.nanoTime();
            long planned = ++changes;
            lanes.after(Duration.ofNanos(nanosLong - nanosBefore), () -> end(planned));
        }
    }

    private void end(long planned) {
        if (planned == changes) {
            nanosBefore = nanosLong;
            sounding = false;
            ended.accept("");
        }
    }

    /** As of a {@link SpokenVoice}, nobody is told that it has ended. */
    @Override
    public void cut() {
        text = said();
        nanosBefore = nanosLong;
        sounding = false;
        changes++;
    }

    @Override
    public String said() {
        return text.substring(0, (int) (text.length() * nanosSaid() / Math.max(1, nanosLong)));
    }

    private long nanosSaid() {
        return Math.min(nanosLong, sounding ? nanosBefore + lanes.nanoTime() - since : nanosBefore);
    }

    @Override
    public void close() {
        cut();
    }
}
