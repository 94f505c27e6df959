package dev.aizuchi.app;

import dev.aizuchi.app.DoctorCommand.Finding;
import dev.aizuchi.app.DoctorCommand.State;
import dev.aizuchi.robotprofile.Fault;
import dev.aizuchi.robotprofile.ProfileRobotProvider;
import dev.aizuchi.robotprofile.RobotFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check the robot file of a configuration, without driving the robot. */
final class DoctorRobot {
    private static final ProfileRobotProvider PROFILE = new ProfileRobotProvider();

    private DoctorRobot() {}

    /** Give nothing where no configuration names a robot file. */
    static Optional<Finding> check(@Nullable Path config) {
        if (config == null) {
            return Optional.empty();
        }
        ConfigFile file = ConfigFile.read(
                config, Home.here().paths(config.toAbsolutePath().resolveSibling("")));
        AgentConfig.Use use = file.agent().robot();
        if (!use.use().equals(PROFILE.name())) {
            return Optional.empty();
        }
        Path robot = file.settings(use, "/robot", PROFILE.settings()).file();
        List<Fault> faults = RobotFiles.check(robot);
        return Optional.of(
                faults.isEmpty()
                        ? new Finding("robot file", State.GOOD, robot + " has no faults")
                        : new Finding(
                                "robot file",
                                State.BROKEN,
                                faults.get(0) + (faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)")
                                        + "; ./aizuchi robot check " + robot));
    }
}
