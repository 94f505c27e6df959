package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioStream;
import java.util.Optional;

/** Take the time that a clip lasts, or none, and make no sound. */
public final class SilentSink implements AudioSink {
    /** How soon a cut is noticed. */
    private static final long STEP_NANOS = 10_000_000;

    private final MonotonicClock clock;
    private final boolean instant;
    private volatile boolean cut;

    private SilentSink(MonotonicClock clock, boolean instant) {
        this.clock = clock;
        this.instant = instant;
    }

    /** Take as long as a loudspeaker would. */
    public static SilentSink inRealTime(MonotonicClock clock) {
        return new SilentSink(clock, false);
    }

    /** Take no time. */
    public static SilentSink instant() {
        return new SilentSink(MonotonicClock.system(), true);
    }

    @Override
    public boolean play(AudioClip clip) {
        return play(AudioStream.of(clip));
    }

    @Override
    public boolean play(AudioStream sound) {
        cut = false;
        Optional<AudioClip> piece = sound.next();
        for (long end = clock.nanos(); piece.isPresent(); piece = sound.next()) {
            end += instant ? 0 : piece.get().duration().toNanos();
            if (!waits(end)) {
                return false;
            }
        }
        return !cut;
    }

    private boolean waits(long end) {
        for (long left = end - clock.nanos(); left > 0; left = end - clock.nanos()) {
            if (cut || !clock.waitUntil(end - left + Math.min(left, STEP_NANOS))) {
                return false;
            }
        }
        return !cut;
    }

    @Override
    public void cut() {
        cut = true;
    }

    @Override
    public void close() {
        cut();
    }
}
