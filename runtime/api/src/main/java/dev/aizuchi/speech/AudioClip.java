package dev.aizuchi.speech;

import java.time.Duration;

/** Hold a short piece of mono sound, signed 16 bit, at any rate; immutable. */
public final class AudioClip {
    private final short[] samples;
    private final int sampleRate;

    /**
     * Copy samples into a clip.
     *
     * @param samples signed 16 bit, mono
     * @param sampleRate samples a second, positive
     */
    public AudioClip(short[] samples, int sampleRate) {
        if (sampleRate <= 0) {
            throw new IllegalArgumentException("sample rate must be positive, but is " + sampleRate);
        }
        this.samples = samples.clone();
        this.sampleRate = sampleRate;
    }

    /** Give the samples a second. */
    public int sampleRate() {
        return sampleRate;
    }

    /** Copy the samples out. */
    public short[] samples() {
        return samples.clone();
    }

    /** Give the length in time. */
    public Duration duration() {
        return Duration.ofMillis(samples.length * 1_000L / sampleRate);
    }
}
