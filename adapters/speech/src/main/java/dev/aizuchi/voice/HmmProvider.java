package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Declare the voice in Java alone, which needs nothing installed, under the name {@code hmm}. */
public final class HmmProvider implements AdapterProvider<SpeechSynthesizer, HmmProvider.Settings> {

    /**
     * Say which voice speaks and how; all may be absent.
     *
     * @param voice an {@code .htsvoice} file; absent takes the voice Mei, which comes along
     * @param style {@code normal}, {@code fast}, {@code slow-clear} or {@code soft}: how it speaks where nobody wants
     *     it otherwise
     * @param speed 1 is the voice's own, from 0.5 to 2
     * @param pitch semitones above the voice's own, from -12 to 12
     * @param volume decibels above the voice's own, from -40 to 12
     * @param lexicon a file in PLS 1.0 that says how words are read
     */
    public record Settings(
            @Nullable Path voice,
            @Nullable SpeakingStyle style,
            @Nullable Double speed,
            @Nullable Double pitch,
            @Nullable Double volume,
            @Nullable Path lexicon) {
        public Settings {
            check("speed", speed, 0.5, 2);
            check("pitch", pitch, -12, 12);
            check("volume", volume, -40, 12);
        }

        /** Leave all to the defaults. */
        public static Settings defaults() {
            return new Settings(null, null, null, null, null, null);
        }

        private static void check(String name, @Nullable Double value, double least, double most) {
            if (value != null && !(value >= least && value <= most)) {
                throw new IllegalArgumentException(
                        name + " must be from " + least + " to " + most + ", but is " + value);
            }
        }
    }

    @Override
    public String name() {
        return "hmm";
    }

    @Override
    public Class<SpeechSynthesizer> provides() {
        return SpeechSynthesizer.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public SpeechSynthesizer open(Settings settings) {
        return new CachedSynthesizer(HmmSynthesizer.open(settings));
    }
}
