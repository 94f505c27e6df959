package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.assertFailed;
import static dev.aizuchi.sim.Trial.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.hazard.Reading;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DangersTest {
    private static final Place DOCK = new Place("進入口");
    private static final Place WEST = new Place("A区画");

    private final Trial trial = new Trial(FloorPlan.named("rescue"), 1);
    private final Dangers dangers = trial.world.dangers();

    private List<Double> told(String kind) {
        return trial.percepts.stream()
                .filter(percept ->
                        percept instanceof Percept.Own && percept.kind().equals(kind))
                .flatMap(percept -> ((Percept.Own) percept).arguments().stream())
                .map(argument -> ((Argument.Measure) argument).value())
                .toList();
    }

    private static Percept structure(String state) {
        return new Percept.Own("structure", List.of(new Argument.Text("state", state)));
    }

    @Test
    void a_leak_is_smelt_level_by_level_where_the_robot_is() {
        dangers.leakGas(DOCK, 30);
        trial.step(Duration.ofSeconds(60));
        assertThat(told("gas")).hasSize(3).isSorted();
        assertThat(told("gas").get(0)).isBetween(10.0, 25.0);
        assertThat(trial.events).contains(new WorldEvent.HazardBegan(Trial.START, "gas", DOCK));
    }

    @Test
    void who_is_far_from_a_leak_smells_nothing_for_a_while() {
        dangers.leakGas(WEST, 30);
        trial.step(Duration.ofSeconds(60));
        assertThat(told("gas")).isEmpty();
        assertThat(dangers.at(3.1, 8).lelPercent()).isGreaterThan(10);
    }

    @Test
    void a_lying_sensor_tells_half() {
        trial.world.disturb().fault(Fault.LYING_SENSOR);
        dangers.leakGas(DOCK, 30);
        trial.until(() -> !told("gas").isEmpty());
        assertThat(dangers.at(
                                trial.world.snapshot().robot().x(),
                                trial.world.snapshot().robot().y())
                        .lelPercent())
                .isGreaterThanOrEqualTo(20);
    }

    @Test
    void fire_hurts_who_stays_and_ruins_a_robot() {
        trial.world.movePerson("村上", WEST);
        trial.world.disturb().move(WEST);
        dangers.ignite(WEST);
        trial.until(() -> trial.events.stream().anyMatch(event -> event instanceof WorldEvent.RobotRuined));
        assertThat(trial.world.snapshot().person("村上").orElseThrow().fallen()).isTrue();
        assertThat(trial.events)
                .anyMatch(event -> event instanceof WorldEvent.PersonHurt hurt
                        && hurt.person().equals("村上"));
        assertThat(trial.percepts).contains(new Percept.Link(false));
        assertFailed(trial.perform(to("廊下")), Outcome.Reason.FAULT);
    }

    @Test
    void smoke_thickens_and_heat_grows_around_a_fire() {
        dangers.ignite(WEST);
        trial.step(Duration.ofSeconds(30));
        Reading reading = dangers.at(3.1, 8);
        assertThat(reading.sightMetres()).isLessThan(1.9);
        assertThat(reading.celsius()).isGreaterThan(60);
        assertThat(trial.world.snapshot().hazards())
                .anyMatch(patch -> patch.kind().equals("smoke"));
    }

    @Test
    void water_that_gets_in_ends_a_drive_until_the_robot_is_mended() {
        dangers.flood(DOCK, 1000);
        trial.step(Duration.ofSeconds(30));
        CompletableFuture<Outcome> drive = trial.begin(to("避難所"));
        trial.until(drive::isDone);
        assertFailed(drive.join(), Outcome.Reason.FAULT);
        assertThat(trial.events)
                .anyMatch(event -> event instanceof WorldEvent.RobotRuined ruined
                        && ruined.cause().equals("water got into it"));
        assertFailed(trial.perform(to("廊下")), Outcome.Reason.FAULT);
        assertThat(told("water_depth")).isSorted().allMatch(depth -> depth >= 5);
        trial.world.disturb("ロボット").mend();
        trial.step(World.TICK);
        assertThat(trial.percepts).endsWith(new Percept.Link(true));
    }

    @Test
    void a_building_creaks_before_it_comes_down_and_blocks_the_way() {
        dangers.collapse(new Place("廊下"));
        trial.step(Duration.ofSeconds(1));
        assertThat(trial.percepts).contains(structure("creaking")).doesNotContain(structure("collapsing"));
        trial.step(Duration.ofSeconds(16));
        assertThat(trial.percepts).contains(structure("collapsing"));
        assertThat(trial.world.snapshot().blocked()).contains("廊下");
        assertFailed(trial.perform(to("廊下")), Outcome.Reason.BLOCKED);
    }

    @Test
    void who_stands_below_is_buried() {
        trial.world.disturb().move(new Place("廊下"));
        trial.world.movePerson("村上", 12.5, 5.2);
        dangers.collapse(new Place("廊下"));
        trial.step(Duration.ofSeconds(16));
        assertThat(trial.events).anyMatch(event -> event instanceof WorldEvent.RobotRuined);
        assertThat(trial.world.snapshot().person("村上").orElseThrow().fallen()).isTrue();
    }

    @Test
    void a_dark_room_is_told_and_a_lamp_lights_it_while_there_is_power() {
        dangers.setDark("進入口", true);
        trial.step(Duration.ofSeconds(1));
        assertThat(trial.percepts).contains(structure("dark"));
        assertThat(trial.perform(new Action.Light(DOCK, true))).isEqualTo(new Completed());
        trial.world.movePerson("村上", 8.1, 2.6);
        trial.step(Duration.ofSeconds(1));
        assertThat(trial.percepts).contains(new Percept.PersonArrived("村上"));
        dangers.setPower(false);
        trial.step(Duration.ofSeconds(1));
        assertThat(trial.percepts).as("out of sight in the dark").contains(new Percept.PersonLeft("村上"));
        assertFailed(trial.perform(new Action.Light(DOCK, true)), Outcome.Reason.IMPOSSIBLE);
    }

    @Test
    void what_no_floor_has_is_refused_by_name() {
        assertThatThrownBy(() -> dangers.ignite(new Place("屋上"))).hasMessageContaining("屋上");
        assertThatThrownBy(() -> dangers.setDark("屋上", true)).hasMessageContaining("屋上");
        assertThatThrownBy(() -> dangers.flood(DOCK, -1)).hasMessageContaining("-1");
    }

    @Test
    void the_same_seed_burns_alike_and_however_time_is_cut() {
        assertThat(burnt(Duration.ofSeconds(1))).isEqualTo(burnt(Duration.ofMillis(300)));
    }

    private static String burnt(Duration step) {
        Trial one = new Trial(FloorPlan.named("rescue"), 5);
        one.world.dangers().ignite(WEST);
        one.world.dangers().leakGas(DOCK, 3);
        for (Duration done = Duration.ZERO; done.compareTo(Duration.ofSeconds(60)) < 0; done = done.plus(step)) {
            one.step(step);
        }
        return one.world.snapshot() + "\n" + one.events + one.percepts;
    }
}
