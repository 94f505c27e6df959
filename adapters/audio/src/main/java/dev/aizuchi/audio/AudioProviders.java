package dev.aizuchi.audio;

import dev.aizuchi.audio.PcmFormat.Encoding;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.VoiceDetector;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hold the declarations of the audio adapters. */
public final class AudioProviders {
    private AudioProviders() {}

    /** Choose no settings. */
    public record NoSettings() {}

    /**
     * Choose a microphone.
     *
     * @param device its name as {@code ./aizuchi doctor} lists it, or a part that no other has; absent is the default
     * @param channels how many the device has, where one is to be chosen; absent is one
     * @param channel which to hear, from 1; absent averages them
     */
    public record Input(
            @Nullable String device,
            @Nullable Integer channels,
            @Nullable Integer channel) {
        public Input {
            Channels.of(channels, channel);
        }

        String deviceOrDefault() {
            return Objects.requireNonNullElse(device, DeviceName.DEFAULT);
        }

        Channels chosen() {
            return Channels.of(channels, channel);
        }
    }

    /**
     * Choose a loudspeaker.
     *
     * @param device its name as {@code ./aizuchi doctor} lists it, or a part that no other has; absent is the default
     */
    public record Output(@Nullable String device) {
        String deviceOrDefault() {
            return Objects.requireNonNullElse(device, DeviceName.DEFAULT);
        }
    }

    /**
     * Choose a WAV file to hear.
     *
     * @param channel which to hear, from 1; absent averages them
     */
    public record WavInput(Path file, @Nullable Integer channel) {
        public WavInput {
            Objects.requireNonNull(file, "file is missing: a WAV file to hear");
        }
    }

    /** Choose a WAV file to write; one that is there is replaced. */
    public record WavOutputFile(Path file) {
        public WavOutputFile {
            Objects.requireNonNull(file, "file is missing: a WAV file to write");
        }
    }

    /**
     * Choose a program that sends or takes bare samples: 16 bit, little-endian, channels interleaved.
     *
     * @param port its port, or the one to listen on
     * @param host its address, or the one to listen on; absent is this machine's own 127.0.0.1
     * @param listen whether the other program calls; absent is false: this one does
     * @param rate samples a second; absent is 16000
     * @param channels absent is one; sound that is played has one
     * @param channel which to hear, from 1; absent averages them
     */
    public record Tcp(
            int port,
            @Nullable String host,
            @Nullable Boolean listen,
            @Nullable Integer rate,
            @Nullable Integer channels,
            @Nullable Integer channel) {
        public Tcp {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port must be from 1 to 65535, but is " + port);
            }
            if (rate != null && (rate < 1_000 || rate > 768_000)) {
                throw new IllegalArgumentException("rate must be from 1000 to 768000, but is " + rate);
            }
            Channels.of(channels, channel);
        }

        int rateOrDefault() {
            return Objects.requireNonNullElse(rate, AudioFrame.SAMPLE_RATE);
        }

        TcpPeer peer() {
            String address = Objects.requireNonNullElse(host, "127.0.0.1");
            return Objects.requireNonNullElse(listen, false)
                    ? TcpPeer.listen(address, port)
                    : TcpPeer.connect(address, port);
        }
    }

    /** Spare each declaration the same three answers. */
    private abstract static class Declared<T, C extends Record> implements AdapterProvider<T, C> {
        private final String name;
        private final Class<T> port;
        private final Class<C> settings;
        private final Function<C, ? extends T> opening;

        Declared(String name, Class<T> port, Class<C> settings, Function<C, ? extends T> opening) {
            this.name = name;
            this.port = port;
            this.settings = settings;
            this.opening = opening;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final Class<T> provides() {
            return port;
        }

        @Override
        public final Class<C> settings() {
            return settings;
        }

        @Override
        public final T open(C chosen) {
            try {
                return opening.apply(chosen);
            } catch (AudioException e) {
                throw new AdapterException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** Declare a WAV file, heard in real time, under the name {@code wav}. */
    public static final class WavSourceProvider extends Declared<AudioSource, WavInput> {
        public WavSourceProvider() {
            super(
                    "wav",
                    AudioSource.class,
                    WavInput.class,
                    wav -> new PacedSource(opened(wav), MonotonicClock.system()));
        }

        /** A file does not come back as a device does, so it is no fault of one. */
        private static WavSource opened(WavInput wav) {
            try {
                return WavSource.open(wav.file(), Objects.requireNonNullElse(wav.channel(), 0));
            } catch (AudioException e) {
                throw new AdapterException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Declare a microphone of the machine under the name {@code microphone}. */
    public static final class MicrophoneProvider extends Declared<AudioSource, Input> {
        public MicrophoneProvider() {
            super(
                    "microphone",
                    AudioSource.class,
                    Input.class,
                    input -> Microphone.open(input.deviceOrDefault(), input.chosen()));
        }
    }

    /** Declare a microphone of the sound server under the name {@code pulse}. */
    public static final class PulseSourceProvider extends Declared<AudioSource, Input> {
        public PulseSourceProvider() {
            super(
                    "pulse",
                    AudioSource.class,
                    Input.class,
                    input -> new Microphone(
                            PulseInput.open(PulsePrograms.installed(), input.deviceOrDefault(), input.chosen()),
                            MonotonicClock.system()));
        }
    }

    /** Declare sound from another program under the name {@code tcp}. */
    public static final class TcpSourceProvider extends Declared<AudioSource, Tcp> {
        public TcpSourceProvider() {
            super("tcp", AudioSource.class, Tcp.class, tcp -> {
                PcmFormat format = new PcmFormat(
                        Encoding.SIGNED_16, Channels.of(tcp.channels(), tcp.channel()), tcp.rateOrDefault());
                return new Microphone(new TcpInput(tcp.peer(), format), MonotonicClock.system());
            });
        }
    }

    /** Declare a loudspeaker of the machine under the name {@code speaker}. */
    public static final class SpeakerProvider extends Declared<AudioSink, Output> {
        public SpeakerProvider() {
            super("speaker", AudioSink.class, Output.class, output -> Speaker.open(output.deviceOrDefault()));
        }
    }

    /** Declare a loudspeaker of the sound server under the name {@code pulse}. */
    public static final class PulseSinkProvider extends Declared<AudioSink, Output> {
        public PulseSinkProvider() {
            super("pulse", AudioSink.class, Output.class, output -> PulseSink.of(output.deviceOrDefault()));
        }
    }

    /** Declare a program that plays under the name {@code tcp}. */
    public static final class TcpSinkProvider extends Declared<AudioSink, Tcp> {
        public TcpSinkProvider() {
            super("tcp", AudioSink.class, Tcp.class, tcp -> Speaker.over(tcp, MonotonicClock.system()));
        }
    }

    /** Declare a WAV file that takes what is said under the name {@code wav}. */
    public static final class WavSinkProvider extends Declared<AudioSink, WavOutputFile> {
        public WavSinkProvider() {
            super(
                    "wav",
                    AudioSink.class,
                    WavOutputFile.class,
                    wav -> Speaker.into(wav.file(), MonotonicClock.system()));
        }
    }

    /** Declare the sink that makes no sound under the name {@code silent}; it takes the time of the speech. */
    public static final class SilentProvider extends Declared<AudioSink, NoSettings> {
        public SilentProvider() {
            super("silent", AudioSink.class, NoSettings.class, none -> SilentSink.inRealTime(MonotonicClock.system()));
        }
    }

    /** Declare the voice detector without a model under the name {@code energy}. */
    public static final class EnergyProvider extends Declared<VoiceDetector, NoSettings> {
        public EnergyProvider() {
            super("energy", VoiceDetector.class, NoSettings.class, none -> new EnergyVoiceDetector());
        }
    }
}
