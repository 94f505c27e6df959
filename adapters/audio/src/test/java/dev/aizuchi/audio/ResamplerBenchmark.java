package dev.aizuchi.audio;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measure the figures of BENCHMARKS.md; not part of a normal build, since its name does not end in Test.
 *
 * <p>{@code mvn -pl adapters/audio test -Dtest=ResamplerBenchmark}
 */
class ResamplerBenchmark {

    @ParameterizedTest
    @CsvSource({
        "44100, 16000, 1000",
        "48000, 16000, 1000",
        "44100, 16000, 6500",
        "44100, 16000, 7000",
        "8000, 16000, 1000",
        "16000, 48000, 1000",
        "24000, 48000, 1000"
    })
    void tone(int from, int to, double hertz) {
        float[] out = resample(Sound.tone(hertz, from, from, 0.5), from, to);
        double clean = Sound.toneToNoiseDb(out, to / 50, to - to / 50, hertz, to);
        double level = Sound.levelDb(out, to / 50, to - to / 50) - 20 * Math.log10(0.5 / Math.sqrt(2));
        print("%d to %d Hz, tone of %.0f Hz: %.1f dB above all else, level %+.2f dB", from, to, hertz, clean, level);
    }

    @ParameterizedTest
    @ValueSource(doubles = {8_050, 9_000, 12_000, 15_900, 20_000})
    void alias(double hertz) {
        float[] out = resample(Sound.tone(hertz, 44_100, 44_100, 1.0), 44_100, 16_000);
        print("44100 to 16000 Hz, tone of %.0f Hz: %.1f dB left", hertz, Sound.levelDb(out, 320, 15_680) + 3.01);
    }

    @Test
    void speed() {
        float[] minute = Sound.whiteNoise(44_100 * 60, 0.1);
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            resample(minute, 44_100, 16_000);
            print("44100 to 16000 Hz: %.0f ms for a minute", (System.nanoTime() - start) / 1e6);
        }
    }

    private static float[] resample(float[] samples, int from, int to) {
        return Sound.readAll(Resampler.of(Sound.stream(samples, 1_000), from, to));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
