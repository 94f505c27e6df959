package dev.aizuchi.app;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.recording.Recorder;
import dev.aizuchi.recording.RecordingSettings;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Record a simulated robot that runs in real time, where {@code --record} asks for it. */
final class RecordOption implements AutoCloseable {
    @Option(
            names = "--record",
            paramLabel = "DIR",
            description =
                    "also record the run into this folder as MCAP; ./aizuchi recording reads it, so does Foxglove")
    private @Nullable Path directory;

    private @Nullable Recorder recorder;

    /** Begin, if it is asked for; gives what the events are handed to. */
    Consumer<DialogueEvent> begin(String command, Consumer<String> faults) {
        if (directory == null) {
            return event -> {};
        }
        try {
            Recorder begun = Recorder.open(
                    RecordingSettings.simulated(directory, Map.of("command", command)), InstantSource.system(), faults);
            recorder = begun;
            return begun;
        } catch (IOException e) {
            throw new ConfigException("--record " + directory + ": nothing can be written there: " + e);
        }
    }

    /** Record too where the robot is. */
    void follow(Supplier<RobotState> robot) {
        if (recorder != null) {
            recorder.follow(robot);
        }
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
