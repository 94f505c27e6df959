package dev.aizuchi.voice.hmm;

import java.util.List;

/** Hold what an utterance will be, frame by frame; a class, since a record would hand out its arrays as values. */
final class Plan {
    private final List<int[]> durations;
    private final double[][] spectrum;
    private final double[] logPitch;
    private final double[][] voicing;
    private final List<Prosody> prosody;

    Plan(List<int[]> durations, double[][] spectrum, double[] logPitch, double[][] voicing, List<Prosody> prosody) {
        this.durations = durations;
        this.spectrum = spectrum;
        this.logPitch = logPitch;
        this.voicing = voicing;
        this.prosody = prosody;
    }

    int frames() {
        return spectrum.length;
    }

    /** Give the frames of each label's states. */
    List<int[]> durations() {
        return durations;
    }

    /** Give the mel-cepstrum of a frame. */
    double[] spectrum(int frame) {
        return spectrum[frame];
    }

    /** Give the natural logarithm of a frame's pitch in hertz; not a number where nothing is voiced. */
    double logPitch(int frame) {
        return logPitch[frame];
    }

    /** Give the filter of a frame that lets the voiced part of the sound through. */
    double[] voicing(int frame) {
        return voicing[frame];
    }

    Prosody prosody(int frame) {
        return prosody.get(frame);
    }
}
