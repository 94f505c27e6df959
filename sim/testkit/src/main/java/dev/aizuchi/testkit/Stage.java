package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.skill.Skill;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Put an agent on a simulated floor, on one thread and one clock. */
final class Stage implements AutoCloseable {
    /** What a scenario can change in mid-course. */
    static final Set<String> FAULTS = Set.of("block", "unblock", "battery", "estop");

    private static final Duration TICK = Duration.ofMillis(20);
    /** By then a robot that set out is moving. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    /** A weekday at ten in the morning in Japan: what a skill says about the time is the same in every run. */
    static final Instant START = Instant.parse("2026-04-01T01:00:00Z");

    private final World world;
    private final SteppedLanes lanes;
    private final Transcript transcript = new Transcript();
    private final AnsweringRobot robot;
    private final Agent agent;

    Stage(
            Scenario.Setup setup,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            String lastSaid,
            Wiring wiring,
            long seed) {
        world = new World(FloorPlan.named(setup.floor()), START, seed);
        lanes = new SteppedLanes(world.clock());
        world.moveRobot(new Place(setup.robotPlace()));
        world.setBattery(setup.battery());
        setup.blocked().forEach(place -> world.block(new Place(place)));
        robot = new AnsweringRobot(world.robot());
        agent = wiring.begin(robot, new Place(setup.speaker()))
                .lanes(lanes)
                .skills(skills)
                .lastSaid(lastSaid)
                .observer(transcript)
                .start(interpreter);
    }

    World world() {
        return world;
    }

    Transcript transcript() {
        return transcript;
    }

    Instant now() {
        return world.clock().instant();
    }

    void hear(String text) {
        agent.hear(text);
        lanes.run();
    }

    AnsweringRobot robot() {
        return robot;
    }

    void perceive(Percept percept) {
        agent.perceive(percept);
        lanes.run();
    }

    void stop(String cause) {
        agent.stop(cause);
        lanes.run();
    }

    /** Have the robot on its way to the place that is farthest from it, as if somebody had sent it. */
    void setOut() {
        RobotState state = world.robot().state();
        Place goal = world.plan().places().stream()
                .max(Comparator.comparingDouble(spot -> Math.hypot(spot.x() - state.x(), spot.y() - state.y())))
                .orElseThrow()
                .place();
        var unused = world.robot()
                .perform(new Command("before", new Action.Navigate(goal), Duration.ofMinutes(5)), done -> {});
        advance(UNDER_WAY);
    }

    void change(Map<String, String> faults) {
        faults.forEach(this::change);
        lanes.run();
    }

    /** Let one tick pass. */
    void tick() {
        world.step(TICK);
        lanes.run();
    }

    void advance(Duration time) {
        Instant end = now().plus(time);
        while (now().isBefore(end)) {
            tick();
        }
    }

    private void change(String what, String value) {
        switch (what) {
            case "block" -> world.block(new Place(value));
            case "unblock" -> world.unblock(new Place(value));
            case "battery" -> world.setBattery(Double.parseDouble(value));
            case "estop" -> {
                if (Boolean.parseBoolean(value)) {
                    world.pressEmergencyStop();
                } else {
                    world.releaseEmergencyStop();
                }
            }
            default -> throw new IllegalArgumentException("no fault " + what);
        }
    }

    @Override
    public void close() {
        agent.close();
    }
}
