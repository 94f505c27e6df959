package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Make and measure sounds. */
final class Sound {
    private Sound() {}

    static float[] tone(double hertz, int rate, int samples, double amplitude) {
        return generate(samples, i -> amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
    }

    static float[] whiteNoise(int samples, double rms) {
        Random random = new Random(7);
        return generate(samples, i -> random.nextGaussian() * rms);
    }

    private static float[] generate(int samples, IntToDoubleFunction function) {
        float[] sound = new float[samples];
        for (int i = 0; i < samples; i++) {
            sound[i] = (float) function.applyAsDouble(i);
        }
        return sound;
    }

    /** Give a stream that delivers at most so many samples at once. */
    static SampleStream stream(float[] samples, int atOnce) {
        int[] at = {0};
        return into -> {
            int count = Math.min(Math.min(into.length, atOnce), samples.length - at[0]);
            System.arraycopy(samples, at[0], into, 0, count);
            at[0] += count;
            return count == 0 ? -1 : count;
        };
    }

    static float[] readAll(SampleStream stream) {
        float[] all = new float[0];
        float[] block = new float[777];
        for (int read = stream.read(block); read > 0; read = stream.read(block)) {
            int before = all.length;
            all = Arrays.copyOf(all, before + read);
            System.arraycopy(block, 0, all, before, read);
        }
        return all;
    }

    static short[] toShorts(float[] samples) {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            shorts[i] = Frames.toShort(samples[i]);
        }
        return shorts;
    }

    static short[] readAll(AudioSource source) {
        short[] all = new short[0];
        for (Optional<AudioFrame> frame = source.read(); frame.isPresent(); frame = source.read()) {
            int before = all.length;
            all = Arrays.copyOf(all, before + AudioFrame.SAMPLES);
            for (int i = 0; i < AudioFrame.SAMPLES; i++) {
                all[before + i] = frame.get().sample(i);
            }
        }
        return all;
    }

    /** Give the level in dB below full scale; a full-scale sine is −3. */
    static double levelDb(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return 10 * Math.log10(Math.max(1e-20, sum / (to - from)));
    }

    /** Give the distance in dB between a tone and all else; amplitude and phase are fitted by least squares. */
    static double toneToNoiseDb(float[] samples, int from, int to, double hertz, int rate) {
        double inPhase = 0;
        double quadrature = 0;
        for (int i = from; i < to; i++) {
            inPhase += samples[i] * Math.sin(2 * Math.PI * hertz * i / rate);
            quadrature += samples[i] * Math.cos(2 * Math.PI * hertz * i / rate);
        }
        inPhase *= 2.0 / (to - from);
        quadrature *= 2.0 / (to - from);
        double rest = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            double error = samples[i] - inPhase * Math.sin(angle) - quadrature * Math.cos(angle);
            rest += error * error;
        }
        double signal = (inPhase * inPhase + quadrature * quadrature) / 2;
        return 10 * Math.log10(signal / Math.max(1e-20, rest / (to - from)));
    }
}
