package dev.aizuchi.core;

/**
 * Make speech slower or faster at the same pitch, by WSOLA: overlapping pieces are laid farther apart or closer
 * together, each taken where it fits best to the one before (Verhelst and Roelands, ICASSP 1993).
 */
final class TimeStretch {
    private static final int PIECE_MILLIS = 30;
    /** The longest period of a low voice is found within so much to either side. */
    private static final int SEEK_MILLIS = 8;

    private final int hop;
    private final int seek;
    private final double[] rise;

    TimeStretch(int sampleRate) {
        hop = sampleRate * PIECE_MILLIS / 2_000;
        seek = sampleRate * SEEK_MILLIS / 1_000;
        rise = new double[hop];
        for (int i = 0; i < hop; i++) {
            rise[i] = 0.5 - 0.5 * Math.cos(Math.PI * i / hop);
        }
    }

    /** Give sound of {@code 1 / speed} times the length. */
    short[] stretch(short[] sound, double speed) {
        short[] stretched = new short[(int) (sound.length / speed)];
        int from = 0;
        for (int to = 0; to < stretched.length; to += hop) {
            // What would go on without a seam, and what the new place calls for: the one fades into the other.
            int goesOn = from + hop;
            int next = to == 0 ? 0 : nearest(sound, goesOn, (int) (to * speed));
            for (int i = 0; i < hop && to + i < stretched.length; i++) {
                double before = to == 0 ? at(sound, next + i) : at(sound, goesOn + i);
                stretched[to + i] = (short) Math.round(before + (at(sound, next + i) - before) * rise[i]);
            }
            from = next;
        }
        return stretched;
    }

    /** Find the place around {@code wanted} from which the sound is most like that from {@code like}. */
    private int nearest(short[] sound, int like, int wanted) {
        int best = wanted;
        double most = Double.NEGATIVE_INFINITY;
        for (int start = Math.max(0, wanted - seek); start <= wanted + seek; start++) {
            double product = 0;
            double energy = 1;
            for (int i = 0; i < hop; i += 2) {
                double sample = at(sound, start + i);
                product += sample * at(sound, like + i);
                energy += sample * sample;
            }
            double likeness = product / Math.sqrt(energy);
            if (likeness > most) {
                most = likeness;
                best = start;
            }
        }
        return best;
    }

    private static short at(short[] sound, int index) {
        return index < sound.length ? sound[index] : 0;
    }
}
