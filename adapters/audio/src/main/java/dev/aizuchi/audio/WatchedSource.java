package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notice a microphone that gives only silence, as a muted one does, and say so once, and once when it is over; for one
 * thread. A room is never so still that each sample is the same.
 */
public final class WatchedSource implements AudioSource {
    private final AudioSource source;
    private final int patienceFrames;
    private final Consumer<String> tell;
    private short latest;
    private int deadFrames;
    private boolean told;

    /**
     * Watch a source, which is closed with this one.
     *
     * @param patience the silence that is told of
     * @param tell takes the sentences, on the thread that reads
     */
    public WatchedSource(AudioSource source, Duration patience, Consumer<String> tell) {
        this.source = source;
        this.patienceFrames = Math.toIntExact(patience.toMillis() / AudioFrame.MILLIS);
        this.tell = tell;
    }

    @Override
    public Optional<AudioFrame> read() {
        Optional<AudioFrame> frame = source.read();
        frame.ifPresent(this::watch);
        return frame;
    }

    private void watch(AudioFrame frame) {
        deadFrames = isDead(frame) ? deadFrames + 1 : 0;
        if (!told && deadFrames >= patienceFrames) {
            told = true;
            tell.accept("the microphone gives only silence: is it muted, or the wrong device?"
                    + " ./aizuchi doctor measures it");
        } else if (told && deadFrames == 0) {
            told = false;
            tell.accept("the microphone gives sound again");
        }
    }

    private boolean isDead(AudioFrame frame) {
        boolean dead = true;
        for (int i = 0; i < AudioFrame.SAMPLES && dead; i++) {
            dead = Math.abs(frame.sample(i) - latest) <= SoundReport.DEAD_RANGE;
        }
        latest = frame.sample(AudioFrame.SAMPLES - 1);
        return dead;
    }

    @Override
    public void close() {
        source.close();
    }
}
