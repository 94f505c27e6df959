package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.assertFailed;
import static dev.aizuchi.sim.Trial.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RobotsTest {
    /** A hall with two robots at its ends and a shelf in the south. */
    private static final FloorPlan HALL = FloorPlan.parse("""
            floor: { width: 10, height: 4 }
            rooms:
              - { name: ホール, at: [0, 0], size: [10, 4] }
            places:
              - { name: 棚, at: [5, 1], heading: 270 }
              - { name: 西, at: [1.2, 3], heading: 0 }
              - { name: 東, at: [8.8, 3], heading: 0 }
            robots:
              - { name: 一号, dock: 西口, at: [1, 2], heading: 0 }
              - { name: 二号, dock: 東口, at: [9, 2], heading: 180, drive: omni }
            items:
              - { name: 水, place: 棚, count: 3 }
            """, "hall.yaml");

    private final World world = new World(HALL, Trial.START, 1);
    private final SimulatedRobot first = world.robots().get(0);
    private final SimulatedRobot second = world.robots().get(1);
    private int orders;

    @Test
    void each_has_its_name_and_starts_at_its_own_dock() {
        assertThat(world.robots()).extracting(SimulatedRobot::name).containsExactly("一号", "二号");
        assertThat(first.state().place()).isEqualTo("西口");
        assertThat(second.state().place()).isEqualTo("東口");
        assertThat(world.snapshot().robots()).allMatch(Snapshot.Robot::charging);
    }

    @Test
    void two_that_meet_pass_each_other_without_touching() {
        List<Percept> percepts = new ArrayList<>();
        first.onPercept(percepts::add);
        second.onPercept(percepts::add);
        CompletableFuture<Outcome> east = begin(first, new Action.Navigate(new Place("東")));
        CompletableFuture<Outcome> west = begin(second, new Action.Navigate(new Place("西")));
        double nearest = Double.MAX_VALUE;
        for (int tick = 0; tick < 3000 && !(east.isDone() && west.isDone()); tick++) {
            world.step(World.TICK);
            nearest = Math.min(nearest, distance(first.state(), second.state()));
        }
        assertThat(east).isCompletedWithValue(new Completed());
        assertThat(west).isCompletedWithValue(new Completed());
        assertThat(nearest).isGreaterThan(2 * Body.RADIUS);
        assertThat(percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void each_carries_its_own_things() {
        assertThat(end(begin(first, new Action.Navigate(new Place("棚"))))).isEqualTo(new Completed());
        assertThat(end(begin(first, new Action.Grasp("水")))).isEqualTo(new Completed());
        assertThat(world.snapshot().count("水", new Whereabouts.OnTray("一号"))).isEqualTo(1);
        assertFailed(end(begin(second, new Action.Release())), Outcome.Reason.IMPOSSIBLE);
    }

    @Test
    void an_omni_drive_goes_aside_without_turning_there() {
        RobotState before = second.state();
        CompletableFuture<Outcome> drive = begin(second, new Action.Navigate(new Place("東口")));
        end(drive);
        world.disturb("二号").move(new Place("東"));
        double turned = 0;
        drive = begin(second, new Action.Navigate(new Place("西")));
        while (!drive.isDone()) {
            world.step(World.TICK);
            turned = Math.max(turned, Math.abs(second.state().headingDeg()));
        }
        assertThat(drive).isCompletedWithValue(new Completed());
        assertThat(before.headingDeg()).isCloseTo(180, within(0.1));
        assertThat(turned).as("goes west looking east").isLessThan(5);
    }

    @Test
    void a_fault_of_one_is_no_fault_of_the_other() {
        world.disturb("二号").fault(Fault.STUCK_WHEEL);
        assertFailed(end(begin(second, new Action.Navigate(new Place("棚")))), Outcome.Reason.FAULT);
        assertThat(end(begin(first, new Action.Navigate(new Place("棚"))))).isEqualTo(new Completed());
        world.disturb("一号").pressEmergencyStop();
        assertThat(first.state().emergencyStop()).isTrue();
        assertThat(second.state().emergencyStop()).isFalse();
    }

    @Test
    void nobody_is_disturbed_who_is_not_there() {
        assertThatThrownBy(() -> world.disturb("三号")).hasMessageContaining("一号").hasMessageContaining("二号");
    }

    @Test
    void hot_motors_switch_off_until_they_are_cool() {
        CompletableFuture<Outcome> drive = begin(first, new Action.Navigate(new Place("東")));
        world.step(Duration.ofSeconds(2));
        world.disturb("一号").setMotorTemperature(85);
        assertFailed(end(drive), Outcome.Reason.FAULT);
        assertFailed(end(begin(first, new Action.Rotate(90))), Outcome.Reason.FAULT);
        world.step(Duration.ofMinutes(10));
        assertThat(world.snapshot().robots().get(0).motorCelsius()).isLessThan(60);
        assertThat(end(begin(first, new Action.Rotate(90)))).isEqualTo(new Completed());
    }

    @Test
    void driving_without_a_fan_makes_the_motors_hot_within_minutes() {
        world.disturb().fault(Fault.DEAD_FAN);
        Outcome last = new Completed();
        for (int lap = 0; lap < 100 && last.equals(new Completed()); lap++) {
            last = end(begin(first, new Action.Navigate(new Place(lap % 2 == 0 ? "東" : "西"))));
        }
        assertFailed(last, Outcome.Reason.FAULT);
        assertThat(Duration.between(Trial.START, world.clock().instant())).isLessThan(Duration.ofMinutes(15));
    }

    @Test
    void slipping_wheels_take_longer_to_the_same_place() {
        assertThat(timeEast(new World(HALL, Trial.START, 1), true))
                .isGreaterThan(timeEast(new World(HALL, Trial.START, 1), false));
    }

    @Test
    void a_lying_sensor_tells_another_spot_and_a_fuller_battery() {
        world.disturb().setBattery(0.5);
        world.disturb().fault(Fault.LYING_SENSOR);
        assertThat(first.state().x()).isCloseTo(2, within(1e-9));
        assertThat(first.state().battery()).isCloseTo(0.8, within(1e-9));
        assertThat(world.snapshot().robot().x()).as("as it truly is").isCloseTo(1, within(1e-9));
    }

    @Test
    void of_lost_percepts_some_arrive() {
        List<Percept> heard = new ArrayList<>();
        first.onPercept(heard::add);
        world.disturb().fault(Fault.LOST_PERCEPTS);
        for (int i = 0; i < 100; i++) {
            world.disturb("一号").sense(new Percept.Bumper());
        }
        world.step(World.TICK);
        assertThat(heard).hasSizeBetween(20, 80);
    }

    private static Duration timeEast(World world, boolean slips) {
        if (slips) {
            world.disturb().fault(Fault.SLIP);
        }
        CompletableFuture<Outcome> drive = world.robot()
                .perform(new Command("1", to("東"), Trial.LONG), done -> {})
                .toCompletableFuture();
        while (!drive.isDone()) {
            world.step(World.TICK);
        }
        assertThat(drive).isCompletedWithValue(new Completed());
        return Duration.between(Trial.START, world.clock().instant());
    }

    private CompletableFuture<Outcome> begin(SimulatedRobot robot, Action action) {
        return robot.perform(new Command("c" + ++orders, action, Trial.LONG), done -> {})
                .toCompletableFuture();
    }

    private Outcome end(CompletableFuture<Outcome> outcome) {
        for (int tick = 0; tick < 10_000 && !outcome.isDone(); tick++) {
            world.step(World.TICK);
        }
        return outcome.join();
    }

    private static double distance(RobotState one, RobotState other) {
        return Math.hypot(one.x() - other.x(), one.y() - other.y());
    }
}
