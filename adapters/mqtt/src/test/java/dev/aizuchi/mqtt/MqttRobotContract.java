package dev.aizuchi.mqtt;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.testkit.RobotContract;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The simulated robot, driven through a real broker, keeps the contract that it keeps when driven directly.
 *
 * <p>The world is stepped only when what was sent to the robot has come there, and on return its state has come back:
 * the link takes none of the world's time, however busy the machine is.
 */
abstract class MqttRobotContract extends RobotContract {
    private final World world = new World(FloorPlan.care(), Instant.parse("2026-04-01T09:00:00Z"), 1);
    private MqttRobotServer server;
    private MqttRobot robot;
    private int marks;

    /** Give the broker, the same for all tests of a class. */
    abstract URI broker();

    /** Give each test topics of its own: the last words of one robot must not be taken for those of the next. */
    MqttSettings settings() {
        return Timing.calm(broker(), "contract-" + UUID.randomUUID());
    }

    @BeforeEach
    void open() {
        MqttSettings settings = settings();
        // Both on the world's clock: what the contract measures is then the robot's own time.
        server = MqttRobotServer.start(settings, world.robot(), world.clock());
        robot = MqttRobot.open(settings, world.clock());
    }

    @AfterEach
    void close() {
        robot.close();
        server.close();
    }

    @Override
    protected Robot robot() {
        return robot;
    }

    @Override
    protected void advance(Duration time) {
        letOrdersArrive();
        world.step(time);
        server.tellState();
        Instant now = world.clock().instant();
        Patience.until("the state of " + now, () -> !robot.measuredAt().isBefore(now));
    }

    /** Send an act that no robot has, and wait for its refusal: it goes behind all that was sent before. */
    private void letOrdersArrive() {
        Command mark = new Command("mark-" + ++marks, new Action.Own("no_such_act", List.of()), Duration.ofMinutes(1));
        try {
            Patience.outcome(robot.perform(mark, done -> {}));
        } catch (Exception e) {
            throw new AssertionError("the link is gone", e);
        }
    }
}
