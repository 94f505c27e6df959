package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Declare the voice of the program Open JTalk under the name {@code open-jtalk}. */
public final class OpenJTalkProvider implements AdapterProvider<SpeechSynthesizer, OpenJTalkProvider.Settings> {

    /**
     * Say where the program and its data are and how it speaks; all may be absent.
     *
     * @param program the program; absent looks on the PATH and in the usual places
     * @param dictionary its dictionary's directory; absent looks in the usual places
     * @param voice an {@code .htsvoice} file; absent takes the voice Mei, which comes along
     * @param speed 1 is the voice's own, from 0.5 to 2
     * @param timeout after which a sentence is given up; absent is 10 seconds
     */
    public record Settings(
            @Nullable Path program,
            @Nullable Path dictionary,
            @Nullable Path voice,
            @Nullable Double speed,
            @Nullable Duration timeout) {
        public Settings {
            if (speed != null && !(speed >= 0.5 && speed <= 2)) {
                throw new IllegalArgumentException("speed must be from 0.5 to 2, but is " + speed);
            }
            if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
                throw new IllegalArgumentException("timeout must be positive, but is " + timeout);
            }
        }

        /** Leave all to the defaults. */
        public static Settings defaults() {
            return new Settings(null, null, null, null, null);
        }
    }

    @Override
    public String name() {
        return "open-jtalk";
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
        return new CachedSynthesizer(OpenJTalkSynthesizer.open(settings));
    }
}
