package dev.aizuchi.recording;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.RobotState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Record one run on a simulated clock into one file, on the run's own thread. */
public final class SimulatedRun implements Consumer<DialogueEvent>, AutoCloseable {
    private final RunFile file;
    private final Path path;
    private @Nullable Supplier<RobotState> robot;

    private SimulatedRun(RunFile file, Path path) {
        this.file = file;
        this.path = path;
    }

    /** Begin a file in the directory of the settings; one of the same name is overwritten. */
    public static SimulatedRun create(RecordingSettings settings, String name) throws IOException {
        Files.createDirectories(settings.directory());
        Path path = settings.directory().resolve(name + ".mcap");
        return new SimulatedRun(
                new RunFile(
                        new BufferedOutputStream(Files.newOutputStream(path)),
                        settings.compression(),
                        settings.json(),
                        settings.about()),
                path);
    }

    /** Record too where a robot is, whenever something happens. */
    public void follow(Supplier<RobotState> state) {
        robot = state;
    }

    @Override
    public void accept(DialogueEvent event) {
        try {
            file.event(event);
            if (robot != null) {
                file.state(robot.get(), event.at());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
