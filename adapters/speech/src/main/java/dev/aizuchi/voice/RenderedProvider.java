package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Declare recorded sentences under the name {@code rendered}. */
public final class RenderedProvider implements AdapterProvider<SpeechSynthesizer, RenderedProvider.Settings> {
    /** Where the application keeps the recordings of its own sentences. */
    static final String SHIPPED = "dev/aizuchi/app/voice";

    /**
     * Say where the recordings are.
     *
     * @param directory a directory with {@code index.tsv} and its WAV files; absent takes the recordings that come
     *     along
     */
    public record Settings(@Nullable Path directory) {}

    @Override
    public String name() {
        return "rendered";
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
        Path directory = settings.directory();
        return directory == null
                ? RenderedSynthesizer.ofClassPath(SHIPPED)
                : RenderedSynthesizer.ofDirectory(directory);
    }
}
