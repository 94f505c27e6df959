package dev.aizuchi.voice.hmm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compare what the engine makes of labels with what the program hts_engine makes of them. */
public final class PeerEngine {
    private static final int BINS = 257;

    private final HmmVoice voice;
    private final Path file;
    private final Path folder;
    private int frames;
    private int otherDurations;
    private int otherVoicing;
    private double spectral;
    private double pitch;
    private int voiced;

    public PeerEngine(HmmVoice voice, Path file, Path folder) {
        this.voice = voice;
        this.file = file;
        this.folder = folder;
    }

    /** Compare an utterance. */
    public void add(List<String> labels) throws IOException, InterruptedException {
        Path in = Files.write(folder.resolve("in.lab"), labels);
        Path spectrum = folder.resolve("spectrum");
        Path logPitch = folder.resolve("pitch");
        Path timed = folder.resolve("timed.lab");
        new ProcessBuilder(
                        "hts_engine",
                        "-m",
                        file.toString(),
                        "-om",
                        spectrum.toString(),
                        "-of",
                        logPitch.toString(),
                        "-od",
                        timed.toString(),
                        in.toString())
                .inheritIO()
                .start()
                .waitFor();
        Utterance utterance =
                new HmmEngine(voice).utter(labels.stream().map(Label::of).toList());
        compareDurations(Files.readAllLines(timed), utterance.durations());
        compare(utterance.plan(), floats(spectrum), floats(logPitch));
    }

    private void compareDurations(List<String> timed, List<int[]> durations) {
        double perFrame = 1e7 * voice.framePeriod() / voice.rate();
        for (int i = 0; i < durations.size(); i++) {
            String[] ends = timed.get(i).split(" ", 3);
            long theirs = Math.round((Long.parseLong(ends[1]) - Long.parseLong(ends[0])) / perFrame);
            int ours = java.util.Arrays.stream(durations.get(i)).sum();
            otherDurations += theirs == ours ? 0 : 1;
        }
    }

    private void compare(Plan plan, FloatBuffer spectrum, FloatBuffer logPitch) {
        int order = voice.spectrum().length();
        int count = Math.min(plan.frames(), logPitch.remaining());
        for (int t = 0; t < count; t++) {
            double[] difference = new double[order];
            for (int k = 0; k < order; k++) {
                difference[k] = plan.spectrum(t)[k] - spectrum.get(t * order + k);
            }
            spectral += distance(difference, voice.warping());
            boolean theirs = logPitch.get(t) > 0;
            boolean ours = !Double.isNaN(plan.logPitch(t));
            otherVoicing += theirs == ours ? 0 : 1;
            if (theirs && ours) {
                double off = Math.exp(plan.logPitch(t)) - Math.exp(logPitch.get(t));
                pitch += off * off;
                voiced++;
            }
        }
        frames += count;
    }

    /** Give the root mean square in decibels between two spectra whose mel-cepstra differ so. */
    private static double distance(double[] melCepstrum, double warping) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double w = Math.PI * bin / (BINS - 1);
            double warped = w + 2 * Math.atan(warping * Math.sin(w) / (1 - warping * Math.cos(w)));
            double log = 0;
            for (int k = 0; k < melCepstrum.length; k++) {
                log += melCepstrum[k] * Math.cos(k * warped);
            }
            double decibels = 20 / Math.log(10) * log;
            sum += decibels * decibels;
        }
        return Math.sqrt(sum / BINS);
    }

    private static FloatBuffer floats(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    public int frames() {
        return frames;
    }

    public int otherDurations() {
        return otherDurations;
    }

    public int otherVoicing() {
        return otherVoicing;
    }

    /** Give the mean distance of spectra in decibels. */
    public double spectralDistance() {
        return spectral / frames;
    }

    /** Give the root mean square difference of pitch in hertz. */
    public double pitchDistance() {
        return Math.sqrt(pitch / voiced);
    }
}
