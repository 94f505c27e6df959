package dev.aizuchi.app;

import dev.aizuchi.speech.AudioFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Make the sounds of a house, the same for one seed; 16 kHz, from −1 to 1. */
final class Noises {
    private static final int RATE = AudioFrame.SAMPLE_RATE;
    private static final int MINUTE = 60 * RATE;
    private static final double QUIET = 0.001;

    private final Random random;

    Noises(long seed) {
        random = new Random(seed);
    }

    /** Read the repository's recordings of the benchmark. */
    List<float[]> recordings() {
        Path folder = Home.here().directory().resolve("runtime/app/src/main/resources/dev/aizuchi/app/bench");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .map(file -> whole(Home.wav(file).samples()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fill the last frame up. */
    private static float[] whole(short[] samples) {
        int frames = (samples.length + AudioFrame.SAMPLES - 1) / AudioFrame.SAMPLES;
        float[] sound = new float[frames * AudioFrame.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            sound[i] = samples[i] / 32_768f;
        }
        return sound;
    }

    /** Find the first frame of a clean recording within 35 dB of its loudest, and the one after the last. */
    static int[] voiced(float[] sound) {
        double loudest = 0;
        double[] levels = new double[sound.length / AudioFrame.SAMPLES];
        for (int frame = 0; frame < levels.length; frame++) {
            float[] part =
                    java.util.Arrays.copyOfRange(sound, frame * AudioFrame.SAMPLES, (frame + 1) * AudioFrame.SAMPLES);
            levels[frame] = rms(part);
            loudest = Math.max(loudest, levels[frame]);
        }
        int first = 0;
        int last = levels.length - 1;
        while (levels[first] < loudest * 0.018) {
            first++;
        }
        while (levels[last] < loudest * 0.018) {
            last--;
        }
        return new int[] {first, last + 1};
    }

    static double rms(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / sound.length);
    }

    /** Noise with the same power in each octave (P. Kellet's filter). */
    float[] pink(int samples) {
        float[] sound = new float[samples];
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        for (int i = 0; i < samples; i++) {
            double white = random.nextGaussian();
            b0 = 0.99765 * b0 + white * 0.0990460;
            b1 = 0.96300 * b1 + white * 0.2965164;
            b2 = 0.57000 * b2 + white * 1.0526913;
            sound[i] = (float) ((b0 + b1 + b2 + white * 0.1848) * 0.05);
        }
        return sound;
    }

    float[] humAndFan(int samples) {
        float[] sound = pink(samples);
        for (int i = 0; i < samples; i++) {
            double t = 2 * Math.PI * i / RATE;
            double fan = 1 + 0.3 * Math.sin(t * 7);
            sound[i] = (float)
                    (sound[i] * fan + 0.2 * Math.sin(50 * t) + 0.1 * Math.sin(100 * t) + 0.06 * Math.sin(150 * t));
        }
        return sound;
    }

    /** Six people at once, each on a recording of their own after the other. */
    float[] babble(int samples) {
        List<float[]> recordings = recordings();
        float[] sound = new float[samples];
        for (int voice = 0; voice < 6; voice++) {
            for (int at = 0; at < samples; ) {
                float[] said = recordings.get(random.nextInt(recordings.size()));
                for (int i = 0; i < said.length && at < samples; i++) {
                    sound[at++] += said[i];
                }
            }
        }
        return sound;
    }

    /** A minute each of sounds that are no speech, in a quiet room. */
    Map<String, float[]> minutes() {
        Map<String, float[]> sounds = new LinkedHashMap<>();
        sounds.put("quiet room", room());
        sounds.put("20 slammed doors", events(20, 0.35, 0.4, -25, 250));
        sounds.put("20 breaths", events(20, 0.9, 0.03, 0, 2_500));
        sounds.put("60 clicks of keys", events(60, 0.02, 0.1, -200, 6_000));
        sounds.put("hum", hum());
        sounds.put("music of one instrument", music());
        return sounds;
    }

    private float[] room() {
        float[] sound = pink(MINUTE);
        double gain = QUIET / rms(sound);
        for (int i = 0; i < sound.length; i++) {
            sound[i] *= (float) gain;
        }
        return sound;
    }

    /**
     * Let noise below some frequency swell, or fall off, now and then.
     *
     * @param decay how fast it falls off, in e-folds a second; 0 swells and ebbs
     */
    private float[] events(int count, double seconds, double peak, double decay, double below) {
        float[] sound = room();
        int length = (int) (seconds * RATE);
        double keep = Math.exp(-2 * Math.PI * below / RATE);
        for (int event = 0; event < count; event++) {
            int at = (int) ((event + 0.3 + 0.4 * random.nextDouble()) * MINUTE / count);
            double low = 0;
            for (int i = 0; i < length && at + i < sound.length; i++) {
                low = keep * low + (1 - keep) * random.nextGaussian();
                double t = (double) i / RATE;
                double envelope = decay == 0 ? Math.sin(Math.PI * i / length) : Math.exp(decay * t / 2);
                sound[at + i] += (float) (peak * envelope * low * Math.sqrt((1 + keep) / (1 - keep)) / 3);
            }
        }
        return sound;
    }

    private float[] hum() {
        float[] sound = room();
        for (int i = 0; i < sound.length; i++) {
            double t = 2 * Math.PI * i / RATE;
            sound[i] += (float) (0.05 * Math.sin(50 * t) + 0.03 * Math.sin(150 * t) + 0.02 * Math.sin(250 * t));
        }
        return sound;
    }

    /** Notes of a pentatonic scale with six overtones, plucked, two a second. */
    private float[] music() {
        float[] sound = room();
        double[] scale = {220, 247.5, 275, 330, 366.7, 440};
        int length = RATE;
        for (int at = 0; at + length < sound.length; at += RATE / 2) {
            double hertz = scale[random.nextInt(scale.length)];
            for (int i = 0; i < length; i++) {
                double t = (double) i / RATE;
                for (int overtone = 1; overtone <= 6; overtone++) {
                    sound[at + i] += (float) (0.1
                            / overtone
                            * Math.exp(-3 * t * overtone)
                            * Math.min(1, t * 100)
                            * Math.sin(2 * Math.PI * hertz * overtone * t));
                }
            }
        }
        return sound;
    }
}
