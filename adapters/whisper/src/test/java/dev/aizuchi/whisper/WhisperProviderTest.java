package dev.aizuchi.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperProviderTest {
    @TempDir
    Path folder;

    @Test
    void is_found_under_its_name() {
        assertThat(ServiceLoader.load(AdapterProvider.class)).anySatisfy(provider -> {
            assertThat(provider.name()).isEqualTo("whisper");
            assertThat(provider.provides()).isEqualTo(SpeechRecognizer.class);
        });
    }

    @Test
    void settings_that_make_no_sense_are_refused_by_name() {
        assertThatThrownBy(() -> new WhisperSettings(folder, 0, 160, List.of(), 0.6, -1.0, -60.0))
                .hasMessage("threads must be from 1 to 16, but is 0");
        assertThatThrownBy(() -> new WhisperSettings(folder, 2, -1, List.of(), 0.6, -1.0, -60.0))
                .hasMessageContaining("context-margin");
        assertThatThrownBy(() -> new WhisperSettings(folder, 2, 160, List.of(), Double.NaN, -1.0, -60.0))
                .hasMessageContaining("max-no-speech");
    }

    @Test
    void a_missing_model_is_told_with_its_path_and_the_cure() {
        Path missing = folder.resolve("none.bin");
        assertThatThrownBy(() -> open(missing))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("aizuchi models fetch whisper-base");
        assertThatThrownBy(() -> open(folder)).hasMessageContaining("holds no *.bin");
    }

    @Test
    void a_file_of_another_kind_or_a_cut_one_is_refused_before_the_natives_see_it() throws IOException {
        Path text = Files.writeString(folder.resolve("a.bin"), "<!DOCTYPE html>");
        assertThatThrownBy(() -> open(text)).hasMessageContaining("is not a model of whisper.cpp");
        Files.write(text, new byte[] {0x6c, 0x6d, 0x67, 0x67, 0, 0, 0, 0});
        Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  a.bin\n");
        assertThatThrownBy(() -> open(folder))
                .hasMessageContaining("is damaged")
                .hasMessageContaining("a.bin");
    }

    @Test
    void a_model_that_is_cut_off_is_refused_by_the_natives_without_harm() throws IOException {
        Path cut = folder.resolve("cut.bin");
        byte[] whole = Files.readAllBytes(Shipped.MODEL.resolve(Shipped.FILE));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> open(cut))
                .hasMessageContaining("cannot load it")
                .hasMessageContaining("cut.bin");
    }

    private static void open(Path model) {
        new WhisperProvider().open(WhisperSettings.of(model)).close();
    }
}
