package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.audio.AudioProviders.EnergyProvider;
import dev.aizuchi.audio.AudioProviders.MicrophoneProvider;
import dev.aizuchi.audio.AudioProviders.NoSettings;
import dev.aizuchi.audio.AudioProviders.PulseSinkProvider;
import dev.aizuchi.audio.AudioProviders.PulseSourceProvider;
import dev.aizuchi.audio.AudioProviders.SilentProvider;
import dev.aizuchi.audio.AudioProviders.SpeakerProvider;
import dev.aizuchi.audio.AudioProviders.Tcp;
import dev.aizuchi.audio.AudioProviders.TcpSinkProvider;
import dev.aizuchi.audio.AudioProviders.TcpSourceProvider;
import dev.aizuchi.audio.AudioProviders.WavSinkProvider;
import dev.aizuchi.audio.AudioProviders.WavSourceProvider;
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
            new WavSourceProvider(),
            new MicrophoneProvider(),
            new PulseSourceProvider(),
            new TcpSourceProvider(),
            new WavSinkProvider(),
            new SpeakerProvider(),
            new PulseSinkProvider(),
            new TcpSinkProvider(),
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
                        "AudioSource pulse",
                        "AudioSource tcp",
                        "AudioSink wav",
                        "AudioSink speaker",
                        "AudioSink pulse",
                        "AudioSink tcp",
                        "AudioSink silent",
                        "VoiceDetector energy");
    }

    @Test
    void open_what_needs_no_device() {
        Path file = folder.resolve("a.wav");
        WavFile.write(file, new AudioClip(new short[320], 16_000));

        Stream.of(
                        new WavSourceProvider().open(new AudioProviders.WavInput(file, null)),
                        new SilentProvider().open(new NoSettings()),
                        new EnergyProvider().open(new NoSettings()))
                .map(Object::getClass)
                .forEach(type -> assertThat(type).isIn(PacedSource.class, SilentSink.class, EnergyVoiceDetector.class));
    }

    @Test
    void say_that_a_file_or_device_is_missing_as_an_adapter_does() {
        assertThatThrownBy(() ->
                        new WavSourceProvider().open(new AudioProviders.WavInput(folder.resolve("none.wav"), null)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("none.wav does not exist");
        assertThatThrownBy(() -> new SpeakerProvider().open(new AudioProviders.Output("no such device")))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("loudspeaker");
    }

    @Test
    void refuse_settings_that_make_no_sense() {
        assertThatThrownBy(() -> new AudioProviders.Input(null, 2, 3))
                .hasMessageContaining("channel must be from 1 to 2");
        assertThatThrownBy(() -> new AudioProviders.Input(null, 0, null)).hasMessageContaining("channels must be");
        assertThatThrownBy(() -> new Tcp(0, null, null, null, null, null)).hasMessageContaining("port must be");
        assertThatThrownBy(() -> new Tcp(4_000, null, null, 10, null, null)).hasMessageContaining("rate must be");
    }
}
