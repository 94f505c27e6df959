package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Capability.Limit.OneOf;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.testkit.RobotContract;
import dev.aizuchi.testkit.ScriptedBus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/**
 * The simulated robot behind a bus, driven by its ready file, keeps the contract that it keeps when driven directly.
 */
class MappedRobotContractTest extends RobotContract {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Instant start = Instant.parse("2026-04-01T09:00:00Z");
    private final World world = new World(FloorPlan.care(), start, 1);
    private final ScriptedBus bus = new ScriptedBus();
    private final SteppedPace pace = new SteppedPace(start);
    private MappedRobot robot;
    private int orders;

    @BeforeEach
    void open() throws IOException {
        List<String> places = world.robot().profile().capability("navigate").orElseThrow().limits().stream()
                .flatMap(limit -> ((OneOf) limit).values().stream())
                .toList();
        StringBuilder spots = new StringBuilder("places:\n");
        for (int i = 0; i < places.size(); i++) {
            spots.append("  - { name: ")
                    .append(places.get(i))
                    .append(", x: ")
                    .append(i)
                    .append(", y: 99 }\n");
        }
        String yaml = ready().replaceAll("places:\n.*\n", spots.toString());
        robot = MappedRobot.open(RobotFileReader.of("robot.yaml", yaml).file(), Map.of("ros", bus), pace);
        bus.act("/navigate_to_pose", (goal, task) -> {
            Datum x = Expression.parse("pose.pose.position.x").in(goal);
            drive(new Action.Navigate(new Place(places.get((int) Expression.number(x)))), task);
        });
        bus.act("/spin", (goal, task) -> {
            double yaw = Expression.number(Expression.parse("target_yaw").in(goal));
            drive(new Action.Rotate(Math.toDegrees(yaw)), task);
        });
        for (String place : places) {
            bus.serve("/light/" + place, asked -> {
                boolean on = new Datum.Flag(true).equals(asked.values().get("data"));
                boolean done = switched(new Action.Light(new Place(place), on));
                return new Answer.Given(Said.of("{ success: " + done + ", message: '' }"));
            });
        }
        tell();
    }

    @Override
    protected Robot robot() {
        return robot;
    }

    /** The world says where it is by another scale than the file's places: only the simulated robot knows them. */
    @Override
    protected void advance(Duration time) {
        Duration left = time;
        while (!left.isZero()) {
            Duration part = left.compareTo(TICK) < 0 ? left : TICK;
            world.step(part);
            pace.advance(part);
            tell();
            left = left.minus(part);
        }
    }

    private void tell() {
        RobotState state = world.robot().state();
        double half = Math.toRadians(state.headingDeg()) / 2;
        bus.deliver("/odom", Said.of("""
                        pose: { pose: { position: { x: %s, y: %s, z: 0 }, orientation: { x: 0, y: 0, z: %s, w: %s } } }
                        twist: { twist: { linear: { x: %s, y: 0 } } }
                        id: '%s'
                        """.formatted(
                        state.x(), state.y(), Math.sin(half), Math.cos(half), state.speed(), state.place())));
        bus.deliver("/battery_state", Said.of("percentage: " + state.battery()));
    }

    private void drive(Action action, ScriptedBus.Task task) {
        String id = "behind-" + ++orders;
        task.onCancel(() -> world.robot().cancel(id));
        world.robot()
                .perform(new Command(id, action, LONG), done -> task.tell(Said.of("distance_remaining: " + (1 - done))))
                .thenAccept(outcome -> task.end(
                        outcome instanceof Outcome.Completed
                                ? new Answer.Given(Datum.Fields.NONE)
                                : new Answer.Aborted(Datum.Fields.NONE)));
    }

    private boolean switched(Action action) {
        return world.robot().perform(new Command("behind-" + ++orders, action, LONG), done -> {}) != null;
    }

    private static String ready() throws IOException {
        try (InputStream in = MappedRobotContractTest.class.getResourceAsStream("/robots/simulated.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("values:\n      x:", "values:\n      place: id\n      x:");
        }
    }
}
