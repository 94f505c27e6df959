package dev.aizuchi.testkit;

import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import java.time.Duration;
import java.time.Instant;

class SimulatedRobotContractTest extends RobotContract {
    private final World world = new World(FloorPlan.care(), Instant.parse("2026-04-01T09:00:00Z"), 1);

    @Override
    protected Robot robot() {
        return world.robot();
    }

    @Override
    protected void advance(Duration time) {
        world.step(time);
    }

    @Override
    protected Duration brakingTime() {
        return Duration.ofMillis(150);
    }
}
