package dev.aizuchi.robotprofile;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Robot;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Open a robot by its file: {@code use: profile}. */
public final class ProfileRobotProvider implements AdapterProvider<Robot, ProfileRobotProvider.Settings> {

    /**
     * Choose the robot.
     *
     * @param file its file
     */
    public record Settings(Path file) {
        public Settings {
            Objects.requireNonNull(file, "file is missing: the robot's, such as robot.yaml");
        }
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Class<Robot> provides() {
        return Robot.class;
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws AdapterException when the file has faults, which are all named, or a bus cannot be opened
     */
    @Override
    public Robot open(Settings settings) {
        try {
            RobotFileReader.Read read = RobotFileReader.read(settings.file);
            List<Fault> faults = RobotCheck.faults(read, Definitions.NONE);
            if (!faults.isEmpty()) {
                throw new RobotFileException(faults);
            }
            return MappedRobot.open(read.file(), Buses.open(read.file().buses(), read.lines()), Pace.ofMachine());
        } catch (RobotFileException e) {
            throw new AdapterException(String.valueOf(e.getMessage()), e);
        }
    }
}
