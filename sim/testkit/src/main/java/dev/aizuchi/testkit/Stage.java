package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.event.DialogueEvent;
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
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.testkit.live.Acoustics;
import dev.aizuchi.testkit.noise.Hearing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Put an agent on a simulated floor, on one thread and one clock. */
public final class Stage implements AutoCloseable {
    /** Decides what is left to chance where nobody chooses a seed. */
    public static final long USUAL_SEED = 1;

    private static final Duration TICK = Duration.ofMillis(20);
    /** By then a robot that set out is moving. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);
    /** A weekday at ten in the morning in Japan: what a skill says about the time is the same in every run. */
    public static final Instant START = Instant.parse("2026-04-01T01:00:00Z");

    private final Wiring wiring;
    private final World world;
    private final SteppedLanes lanes;
    private final Transcript transcript;
    private final AnsweringRobot robot;
    private final Agent agent;
    private final Ears ears;
    private final List<Watch> watches = new ArrayList<>();
    private final Outages outages;
    private Instant spoken = START;

    /** Looks on at a stage. */
    public interface Watch {
        /** Something became true. */
        default void happened(DialogueEvent event) {}

        /** Somebody speaks. */
        default void spoken() {}

        /** The robot is about to be given an order. */
        default void ordered(Command command) {}

        /** Time has passed while the robot is at something. */
        default void moved() {}
    }

    /** Open an agent with these skills. */
    public Stage(
            Setup setup,
            List<? extends Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            String lastSaid,
            Wiring wiring,
            long seed) {
        this.wiring = wiring;
        world = new World(FloorPlan.named(setup.floor()), START, seed);
        SetClock clock = new SetClock(world.clock());
        lanes = new SteppedLanes(world.clock(), clock);
        transcript = new Transcript(world.clock());
        setup.applyTo(world);
        TetheredRobot tether = new TetheredRobot(world.robot(), clock::ahead);
        robot = new AnsweringRobot(tether, command -> watches.forEach(watch -> watch.ordered(command)));
        agent = wiring.begin(robot, new Place(setup.speaker()))
                .lanes(lanes)
                .skillsOnLanes()
                .skills(skills)
                .lastSaid(lastSaid)
                .observer(transcript)
                .observer(event -> watches.forEach(watch -> watch.happened(event)))
                .start(interpreter);
        ears = new Ears(agent, lanes);
        outages = new Outages(this, agent, lanes, tether, ears, clock);
    }

    /** Have somebody look on from now on. */
    public void watch(Watch watch) {
        watches.add(watch);
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
        hear(List.of(Utterance.of(text)));
    }

    /** Have people speak, all at once; one after the other where it takes its time. */
    public void hear(List<Utterance> said) {
        watches.forEach(Watch::spoken);
        said.forEach(ears::hear);
        lanes.run();
        spoken = now().plus(ears.speaking());
    }

    /** Give when what was said last has been said. */
    public Instant spoken() {
        return spoken;
    }

    /** Let what people say take its time from now on, so that the robot can be interrupted where it speaks too. */
    public void hearsLive(Acoustics acoustics) {
        ears.hearsLive(acoustics);
    }

    /** Give about what has been heard of the sentence that the robot is saying; empty while it says none. */
    public Optional<String> saying() {
        return agent.saying();
    }

    /** Tell whether neither the robot nor anybody else speaks. */
    public boolean isQuiet() {
        return ears.isQuiet() && agent.saying().isEmpty();
    }

    /** Take what a recogniser made of a sentence. */
    void hear(Recognition recognition) {
        agent.hear(recognition);
        lanes.run();
    }

    /**
     * Hear what people say in this way from now on; a stop word, which is watched for apart, is heard as it is said.
     */
    public void hears(Hearing hearing) {
        ears.hears(hearing);
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

    /** Give what breaks what the runtime stands on. */
    public Outages outages() {
        return outages;
    }

    /** Let the runtime notice what was done to the floor. */
    public void settle() {
        lanes.run();
    }

    /** Let one tick pass. */
    public void tick() {
        world.step(TICK);
        ears.tick();
        lanes.run();
        wiring.ticked(world);
        if (robot.isBusy()) {
            watches.forEach(Watch::moved);
        }
    }

    /** Let time pass. */
    public void advance(Duration time) {
        Instant end = now().plus(time);
        while (now().isBefore(end)) {
            tick();
        }
    }

    @Override
    public void close() {
        ears.close();
        agent.close();
    }
}
