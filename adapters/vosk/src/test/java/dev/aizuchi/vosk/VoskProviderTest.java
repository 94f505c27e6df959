package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.SpeechRecognizer;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class VoskProviderTest {

    @Test
    void is_found_under_its_name() {
        assertThat(ServiceLoader.load(AdapterProvider.class).stream().map(ServiceLoader.Provider::get))
                .anySatisfy(provider -> {
                    assertThat(provider.name()).isEqualTo("vosk");
                    assertThat(provider.provides()).isEqualTo(SpeechRecognizer.class);
                    assertThat(provider.settings()).isEqualTo(VoskProvider.Settings.class);
                });
    }

    @Test
    void opens_a_model() {
        try (SpeechRecognizer recognizer = new VoskProvider().open(new VoskProvider.Settings(Starter.MODEL, null))) {
            assertThat(recognizer).isInstanceOf(VoskRecognizer.class);
        }
    }

    @Test
    void refuses_a_number_of_alternatives_that_vosk_is_not_asked_for() {
        assertThatThrownBy(() -> new VoskProvider.Settings(Starter.MODEL, 11))
                .hasMessage("alternatives must be from 1 to 10, but is 11");
    }

    @Test
    void tells_where_the_missing_model_was_looked_for_and_how_to_get_it() {
        Path nowhere = Path.of("nowhere").toAbsolutePath();
        assertThatThrownBy(() -> new VoskProvider().open(new VoskProvider.Settings(nowhere, null)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("./aizuchi models fetch starter-ja");
    }
}
