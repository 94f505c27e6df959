package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.VoiceDetector;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    @Test
    void are_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(AdapterProvider.class))
                .hasAtLeastOneElementOfType(EncoderProvider.class)
                .hasAtLeastOneElementOfType(SileroProvider.class);
        assertThat(List.of(new EncoderProvider().name(), new SileroProvider().name()))
                .containsExactly("onnx", "silero");
    }

    @Test
    void open_the_shipped_models() {
        try (TextEncoder encoder =
                        new EncoderProvider().open(new EncoderProvider.Settings(ShippedModels.encoder(), null));
                VoiceDetector file = new SileroProvider().open(new SileroProvider.Settings(ShippedModels.silero()));
                VoiceDetector folder = new SileroProvider()
                        .open(new SileroProvider.Settings(ShippedModels.silero().resolveSibling("")))) {
            assertThat(encoder.dimensions()).isEqualTo(384);
            assertThat(file).isInstanceOf(SileroVoiceDetector.class);
            assertThat(folder).isInstanceOf(SileroVoiceDetector.class);
        }
    }

    @Test
    void name_the_file_that_is_missing() {
        assertThatThrownBy(() -> new SileroProvider().open(new SileroProvider.Settings(Path.of("nowhere.onnx"))))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("nowhere.onnx is missing")
                .hasMessageContaining("./aizuchi models fetch silero-vad");
    }
}
