package dev.aizuchi.audio;

import org.jspecify.annotations.Nullable;

/**
 * Say how many channels sound has, and which of them is heard.
 *
 * @param count at least one
 * @param chosen which, from 1; 0 averages them all
 */
record Channels(int count, int chosen) {
    static final int MOST = 64;
    static final Channels MONO = new Channels(1, 0);

    Channels {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("channels must be from 1 to " + MOST + ", but is " + count);
        }
        if (chosen < 0 || chosen > count) {
            throw new IllegalArgumentException(
                    "channel must be from 1 to " + count + ", the number of channels, but is " + chosen);
        }
    }

    /** Take what a configuration says; what is absent is one channel, and the average of all. */
    static Channels of(@Nullable Integer count, @Nullable Integer chosen) {
        return new Channels(count == null ? 1 : count, chosen == null ? 0 : chosen);
    }
}
