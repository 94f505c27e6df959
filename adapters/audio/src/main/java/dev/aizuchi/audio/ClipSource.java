package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.time.Duration;
import java.util.Optional;

/** Deliver a clip at once, with silence before and after it; for one thread. */
public final class ClipSource implements AudioSource {
    private final Frames frames;
    private int silentBefore;
    private int silentAfter;

    /** Deliver the clip alone. */
    public ClipSource(AudioClip clip) {
        this(clip, Duration.ZERO, Duration.ZERO);
    }

    /** Deliver the clip between two silences, which are rounded down to whole frames. */
    public ClipSource(AudioClip clip, Duration before, Duration after) {
        this.frames = new Frames(new ClipStream(clip).at(AudioFrame.SAMPLE_RATE));
        this.silentBefore = frames(before);
        this.silentAfter = frames(after);
    }

    @Override
    public Optional<AudioFrame> read() {
        if (silentBefore > 0) {
            silentBefore--;
            return Optional.of(AudioFrame.silence());
        }
        Optional<AudioFrame> next = frames.next();
        if (next.isPresent() || silentAfter == 0) {
            return next;
        }
        silentAfter--;
        return Optional.of(AudioFrame.silence());
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }

    private static int frames(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a silence cannot last " + duration);
        }
        return Math.toIntExact(duration.toMillis() / AudioFrame.MILLIS);
    }
}
