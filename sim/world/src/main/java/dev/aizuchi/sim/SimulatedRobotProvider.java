package dev.aizuchi.sim;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Robot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Declare the simulated robot, in the runtime's own process, under the name {@code simulated}. */
public final class SimulatedRobotProvider implements AdapterProvider<Robot, SimulatedRobotProvider.Settings> {

    /**
     * Choose the floor and its pace.
     *
     * @param floor a floor plan of your own; absent for the care floor
     * @param speed how fast time passes, 1 being the machine's pace; 1 when absent
     */
    public record Settings(@Nullable Path floor, double speed) {
        /** Take the machine's pace when none is given. */
        public Settings {
            speed = speed == 0 ? 1 : speed;
            if (!(speed > 0 && speed <= RealTime.FASTEST)) {
                throw new IllegalArgumentException(
                        "speed must be above 0 and up to " + RealTime.FASTEST + ", but is " + speed);
            }
        }
    }

    @Override
    public String name() {
        return "simulated";
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
     * @throws AdapterException when the floor plan cannot be read or has a fault; the message names the line
     */
    @Override
    public Robot open(Settings settings) {
        World world = new World(plan(settings.floor), Instant.now(), 1);
        SimulatedRobot robot = world.robot();
        robot.onClose(RealTime.run(world, settings.speed)::close);
        return robot;
    }

    private static FloorPlan plan(@Nullable Path floor) {
        if (floor == null) {
            return FloorPlan.care();
        }
        try {
            return FloorPlan.parse(Files.readString(floor), floor.toString());
        } catch (IOException e) {
            throw new AdapterException("the floor plan " + floor + " cannot be read: " + e, e);
        } catch (FloorPlanException e) {
            throw new AdapterException(String.valueOf(e.getMessage()), e);
        }
    }
}
