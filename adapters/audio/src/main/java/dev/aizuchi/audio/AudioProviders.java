package dev.aizuchi.audio;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.VoiceDetector;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Hold the declarations of the audio adapters. */
public final class AudioProviders {
    private AudioProviders() {}

    /** Choose no settings. */
    public record NoSettings() {}

    /**
     * Choose a sound device.
     *
     * @param device a part of its name as {@code ./aizuchi doctor} lists it, or {@code default}
     */
    public record Device(String device) {}

    /** Choose a WAV file. */
    public record Wav(Path file) {}

    private static <T> T opened(Supplier<T> opening) {
        try {
            return opening.get();
        } catch (AudioException e) {
            throw new AdapterException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Declare a WAV file, heard in real time, under the name {@code wav}. */
    public static final class WavProvider implements AdapterProvider<AudioSource, Wav> {

        @Override
        public String name() {
            return "wav";
        }

        @Override
        public Class<AudioSource> provides() {
            return AudioSource.class;
        }

        @Override
        public Class<Wav> settings() {
            return Wav.class;
        }

        @Override
        public AudioSource open(Wav settings) {
            return opened(() -> new PacedSource(WavSource.open(settings.file()), MonotonicClock.system()));
        }
    }

    /** Declare the microphone under the name {@code microphone}. */
    public static final class MicrophoneProvider implements AdapterProvider<AudioSource, Device> {

        @Override
        public String name() {
            return "microphone";
        }

        @Override
        public Class<AudioSource> provides() {
            return AudioSource.class;
        }

        @Override
        public Class<Device> settings() {
            return Device.class;
        }

        @Override
        public AudioSource open(Device settings) {
            return opened(() -> Microphone.open(settings.device()));
        }
    }

    /** Declare the loudspeaker under the name {@code speaker}. */
    public static final class SpeakerProvider implements AdapterProvider<AudioSink, Device> {

        @Override
        public String name() {
            return "speaker";
        }

        @Override
        public Class<AudioSink> provides() {
            return AudioSink.class;
        }

        @Override
        public Class<Device> settings() {
            return Device.class;
        }

        @Override
        public AudioSink open(Device settings) {
            return opened(() -> Speaker.open(settings.device()));
        }
    }

    /** Declare the sink that makes no sound under the name {@code silent}; it takes the time of the speech. */
    public static final class SilentProvider implements AdapterProvider<AudioSink, NoSettings> {

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Class<AudioSink> provides() {
            return AudioSink.class;
        }

        @Override
        public Class<NoSettings> settings() {
            return NoSettings.class;
        }

        @Override
        public AudioSink open(NoSettings settings) {
            return SilentSink.inRealTime(MonotonicClock.system());
        }
    }

    /** Declare the voice detector without a model under the name {@code energy}. */
    public static final class EnergyProvider implements AdapterProvider<VoiceDetector, NoSettings> {

        @Override
        public String name() {
            return "energy";
        }

        @Override
        public Class<VoiceDetector> provides() {
            return VoiceDetector.class;
        }

        @Override
        public Class<NoSettings> settings() {
            return NoSettings.class;
        }

        @Override
        public VoiceDetector open(NoSettings settings) {
            return new EnergyVoiceDetector();
        }
    }
}
