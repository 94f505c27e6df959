package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.audio.AudioProviders.EnergyProvider;
import dev.aizuchi.audio.AudioProviders.MicrophoneProvider;
import dev.aizuchi.audio.AudioProviders.NoSettings;
import dev.aizuchi.audio.AudioProviders.SilentProvider;
import dev.aizuchi.audio.AudioProviders.SpeakerProvider;
import dev.aizuchi.audio.AudioProviders.WavProvider;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.AudioClip;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioProvidersTest {
    private static final List<AdapterProvider<?, ?>> ALL = List.of(
            new WavProvider(),
            new MicrophoneProvider(),
            new SpeakerProvider(),
            new SilentProvider(),
            new EnergyProvider());

    @TempDir
    private Path folder;

    @Test
    void are_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(AdapterProvider.class).stream().map(ServiceLoader.Provider::type))
                .map(Class::getName)
                .containsAll(ALL.stream()
                        .map(provider -> provider.getClass().getName())
                        .toList());
    }

    @Test
    void have_the_names_of_the_configuration_file() {
        assertThat(ALL.stream().map(provider -> provider.provides().getSimpleName() + " " + provider.name()))
                .containsExactly(
                        "AudioSource wav",
                        "AudioSource microphone",
                        "AudioSink speaker",
                        "AudioSink silent",
                        "VoiceDetector energy");
    }

    @Test
    void open_what_needs_no_device() {
        Path file = folder.resolve("a.wav");
        WavFile.write(file, new AudioClip(new short[320], 16_000));

        Stream.of(
                        new WavProvider().open(new AudioProviders.Wav(file)),
                        new SilentProvider().open(new NoSettings()),
                        new EnergyProvider().open(new NoSettings()))
                .map(Object::getClass)
                .forEach(type -> assertThat(type).isIn(PacedSource.class, SilentSink.class, EnergyVoiceDetector.class));
    }

    @Test
    void say_that_a_file_or_device_is_missing_as_an_adapter_does() {
        assertThatThrownBy(() -> new WavProvider().open(new AudioProviders.Wav(folder.resolve("none.wav"))))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("none.wav does not exist");
        assertThatThrownBy(() -> new SpeakerProvider().open(new AudioProviders.Device("no such device")))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("loudspeaker");
    }
}
