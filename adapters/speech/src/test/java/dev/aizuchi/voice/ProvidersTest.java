package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProvidersTest {
    @TempDir
    Path directory;

    @Test
    @SuppressWarnings("rawtypes")
    void are_found_by_name() {
        var names = ServiceLoader.load(AdapterProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.provides() == SpeechSynthesizer.class)
                .map(provider -> provider.name());

        assertThat(names).containsExactlyInAnyOrder("auto", "hmm", "kokoro", "open-jtalk", "rendered");
    }

    @Test
    void refuse_settings_out_of_range() {
        assertThatThrownBy(() -> new OpenJTalkProvider.Settings(null, null, null, 3.0, null))
                .hasMessageContaining("speed");
        assertThatThrownBy(() -> new OpenJTalkProvider.Settings(null, null, null, null, Duration.ZERO))
                .hasMessageContaining("timeout");
        assertThatThrownBy(() -> new KokoroProvider.Settings(directory, null, null, 0))
                .hasMessageContaining("threads");
    }

    @Test
    void auto_prefers_the_sites_recordings_and_says_all_else_with_the_voice_in_java() throws Exception {
        Files.write(directory.resolve("a.wav"), Tones.wav(Tones.tone(0, 100, 0)));
        Files.writeString(directory.resolve("index.tsv"), "file\ttext\na.wav\tはい。\n");
        try (SpeechSynthesizer voice = new AutoProvider().open(with_nothing_installed(directory))) {
            assertThat(voice.synthesize("はい。").duration()).isEqualTo(Duration.ofMillis(100));
            assertThat(voice.synthesize("いいえ。").sampleRate()).isEqualTo(48_000);
        }
    }

    @Test
    void auto_refuses_recordings_that_are_not_there() {
        assertThatThrownBy(() -> new AutoProvider().open(with_nothing_installed(directory)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("index.tsv");
    }

    private AutoProvider.Settings with_nothing_installed(Path recordings) {
        var nowhere = new OpenJTalkProvider.Settings(directory.resolve("none"), null, null, null, null);
        return new AutoProvider.Settings(null, directory.resolve("kokoro"), nowhere, recordings);
    }
}
