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
public final class Stage implements AutoCloseable {
    /** What a scenario can change in mid-course. */
    public static final Set<String> FAULTS = Set.of("block", "unblock", "battery", "estop");

    /** Decides what is left to chance where nobody chooses a seed. */
    public static final long USUAL_SEED = 1;

    private static final Duration TICK = Duration.ofMillis(20);
    /** By then a robot that set out is moving. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    /** A weekday at ten in the morning in Japan: what a skill says about the time is the same in every run. */
    public static final Instant START = Instant.parse("2026-04-01T01:00:00Z");

    private final World world;
    private final SteppedLanes lanes;
    private final Transcript transcript = new Transcript();
    private final AnsweringRobot robot;
    private final Agent agent;

    /** Open an agent with these skills. */
    public Stage(
            Setup setup,
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

    /** Give the floor. */
    public World world() {
        return world;
    }

    /** Give all that has happened. */
    public Transcript transcript() {
        return transcript;
    }

    /** Give the time of the simulation. */
    public Instant now() {
        return world.clock().instant();
    }

    /** Say something to the agent. */
    public void hear(String text) {
        agent.hear(text);
        lanes.run();
    }

    AnsweringRobot robot() {
        return robot;
    }

    /** Tell the agent what a sensor says. */
    public void perceive(Percept percept) {
        agent.perceive(percept);
        lanes.run();
    }

    /** Stop by another way than words. */
    public void stop(String cause) {
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

    /** Change the floor or the robot. */
    public void change(Map<String, String> faults) {
        faults.forEach(this::change);
        lanes.run();
    }

    /** Let one tick pass. */
    public void tick() {
        world.step(TICK);
        lanes.run();
    }

    /** Let time pass. */
    public void advance(Duration time) {
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
