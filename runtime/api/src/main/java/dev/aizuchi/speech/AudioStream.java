package dev.aizuchi.speech;

import java.util.Arrays;
import java.util.Optional;

/** Give sound piece by piece, so that it can be heard while the rest is made; for one thread. */
@FunctionalInterface
public interface AudioStream {

    /**
     * Give the next piece, waiting until it is made; empty at the end. All pieces of a stream have one rate.
     *
     * @throws AudioException when the rest cannot be made
     */
    Optional<AudioClip> next();

    /** Give a clip as a stream of one piece. */
    static AudioStream of(AudioClip clip) {
        AudioClip[] left = {clip};
        return () -> {
            Optional<AudioClip> piece = Optional.ofNullable(left[0]);
            left[0] = null;
            return piece;
        };
    }

    /**
     * Wait for all that is left and put it together.
     *
     * @throws AudioException when the rest cannot be made, or there is none
     */
    default AudioClip rest() {
        AudioClip first = next().orElseThrow(() -> new AudioException("there is no sound left to play"));
        short[] samples = first.samples();
        int length = samples.length;
        for (Optional<AudioClip> piece = next(); piece.isPresent(); piece = next()) {
            short[] more = piece.get().samples();
            if (length + more.length > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
            }
            System.arraycopy(more, 0, samples, length, more.length);
            length += more.length;
        }
        return new AudioClip(Arrays.copyOf(samples, length), first.sampleRate());
    }
}
