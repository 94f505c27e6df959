package dev.aizuchi.app;

import dev.aizuchi.app.DoctorCommand.Finding;
import dev.aizuchi.app.DoctorCommand.State;
import dev.aizuchi.audio.AudioDevices;
import dev.aizuchi.audio.Microphone;
import dev.aizuchi.audio.SoundCheck;
import dev.aizuchi.audio.SoundReport;
import dev.aizuchi.audio.SteadySource;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Look at the sound devices of this machine, and measure how the microphone sounds. */
final class DoctorAudio {
    private static final int FRAMES = 3_000 / AudioFrame.MILLIS;
    private static final String SOUND = "microphone's sound";
    private static final String MEANWHILE = ". Until it is there, run starts deaf and looks for it every two seconds";
    private static final String NO_DEVICE =
            ". To get one: plug it in and add this user to the group audio; where PulseAudio"
                    + " or PipeWire runs, sudo apt install pulseaudio-utils and write use: pulse";

    private DoctorAudio() {}

    /** List the devices by the names that a configuration takes; to have none is no fault. */
    static List<Finding> devices() {
        AudioDevices java = AudioDevices.list();
        AudioDevices pulse = AudioDevices.ofPulse();
        return List.of(
                finding(
                        "microphone",
                        java.inputs(),
                        pulse.inputs(),
                        "none; the demo plays recordings, `run` can hear a WAV file or a program (use: wav, tcp)"),
                finding(
                        "loudspeaker",
                        java.outputs(),
                        pulse.outputs(),
                        "none; answers are written, or go to a WAV file or a program (use: wav, tcp)"));
    }

    private static Finding finding(String what, List<String> java, List<String> pulse, String none) {
        if (java.isEmpty() && pulse.isEmpty()) {
            return new Finding(what, State.NOTE, none + NO_DEVICE);
        }
        String named = java.isEmpty() ? "" : String.join(", ", java);
        String served = pulse.isEmpty() ? "" : "use: pulse: " + String.join(", ", pulse);
        return new Finding(what, State.GOOD, named + (named.isEmpty() || served.isEmpty() ? "" : "; ") + served);
    }

    /** Measure the microphone of a configuration, or the default one; says nothing where there is none. */
    static Optional<Finding> microphone(@Nullable Path config) {
        if (config != null) {
            return Optional.of(configured(config)
                    .map(source -> measured(source, State.BROKEN))
                    .orElseGet(() -> new Finding(
                            SOUND,
                            State.NOTE,
                            config + " names no microphone: run only follows the robot's percepts and other programs;"
                                    + " to listen, add hearing.source")));
        }
        return AudioDevices.list().inputs().isEmpty()
                ? Optional.empty()
                : Optional.of(measured(() -> Microphone.open("default"), State.NOTE));
    }

    private static Optional<Supplier<AudioSource>> configured(Path config) {
        ConfigFile file = ConfigFile.read(
                config, Home.here().paths(config.toAbsolutePath().resolveSibling("")));
        AgentConfig.Hearing hearing = file.agent().hearing();
        return hearing == null
                ? Optional.empty()
                : Optional.of(() -> new Plugins().open(file, hearing.source(), "/hearing/source", AudioSource.class));
    }

    /** Measure it; {@code broken} is how a source counts that {@code run} would not start with. */
    static Finding measured(Supplier<AudioSource> opening, State broken) {
        try (AudioSource source = opening.get()) {
            SoundCheck check = new SoundCheck();
            Optional<AudioFrame> frame = source.read();
            for (int i = 0; i < FRAMES && frame.isPresent(); i++) {
                check.accept(frame.get());
                frame = source.read();
            }
            SoundReport report = check.report();
            List<String> troubles = report.troubles();
            return new Finding(
                    SOUND,
                    troubles.isEmpty() ? State.GOOD : State.NOTE,
                    troubles.isEmpty() ? report.toString() : String.join("; ", troubles) + " (" + report + ")");
        } catch (AudioException | AdapterException e) {
            return SteadySource.isOfADevice(e)
                    ? new Finding(SOUND, State.NOTE, "missing: " + e.getMessage() + MEANWHILE)
                    : new Finding(SOUND, broken, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return new Finding(SOUND, broken, "it ended before there was any sound");
        }
    }
}
