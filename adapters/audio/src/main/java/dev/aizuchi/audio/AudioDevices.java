package dev.aizuchi.audio;

import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/**
 * Name the sound devices of this machine; none is normal.
 *
 * @param inputs microphones, by the names that {@link Microphone#open} takes
 * @param outputs loudspeakers, by the names that {@link Speaker#open} takes
 */
public record AudioDevices(List<String> inputs, List<String> outputs) {
    public AudioDevices {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Look for the devices that are there now. */
    public static AudioDevices list() {
        return new AudioDevices(names(TargetDataLine.class), names(SourceDataLine.class));
    }

    /**
     * Look for the devices of the sound server PulseAudio, or of PipeWire in its place; none where there is no server.
     */
    public static AudioDevices ofPulse() {
        PulsePrograms programs = PulsePrograms.installed();
        return new AudioDevices(programs.names("sources"), programs.names("sinks"));
    }

    private static List<String> names(Class<? extends DataLine> kind) {
        return mixers(kind).stream()
                .map(mixer -> mixer.getMixerInfo().getName())
                .toList();
    }

    static List<Mixer> mixers(Class<? extends DataLine> kind) {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .map(AudioSystem::getMixer)
                .filter(mixer -> mixer.isLineSupported(new Line.Info(kind)))
                .toList();
    }
}
