package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.assertFailed;
import static dev.aizuchi.sim.Trial.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Door;
import dev.aizuchi.robot.Action.Grasp;
import dev.aizuchi.robot.Action.HandOver;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Release;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CareTest {
    private static final Place KITCHEN = new Place("給湯室");
    private static final Place ROOM = new Place("101号室");

    /** Held, since the log system forgets the level of a logger that nobody holds. */
    private static final Logger OUTBOX_LOG = Logger.getLogger(Outbox.class.getName());

    private final Trial trial = new Trial();

    @Test
    void fetches_water_and_hands_it_over() {
        for (Action act : List.of(to("給湯室"), new Grasp("水"), to("101号室"), new HandOver("水"))) {
            assertThat(trial.perform(act)).as(act.name()).isEqualTo(new Completed());
        }
        assertThat(trial.world.snapshot().count("水", new Whereabouts.With("佐藤")))
                .isEqualTo(1);
        assertThat(trial.world.snapshot().count("水", new Whereabouts.At(KITCHEN)))
                .isEqualTo(11);
    }

    @Test
    void cannot_take_or_give_what_is_not_there() {
        assertFailed(trial.perform(new Grasp("水")), Reason.IMPOSSIBLE);
        assertFailed(trial.perform(new Grasp("月")), Reason.IMPOSSIBLE);
        assertFailed(trial.perform(new HandOver("水")), Reason.IMPOSSIBLE);
        assertFailed(trial.perform(new Release()), Reason.IMPOSSIBLE);
        trial.world.disturb().move(KITCHEN);
        trial.perform(new Grasp("水"));
        trial.perform(new Grasp("お茶"));
        assertFailed(trial.perform(new Grasp("お茶")), Reason.IMPOSSIBLE);
        assertFailed(trial.perform(new HandOver("水")), Reason.IMPOSSIBLE);
    }

    @Test
    void puts_down_what_it_carries() {
        trial.world.disturb().move(KITCHEN);
        trial.perform(new Grasp("お茶"));
        trial.perform(to("食堂"));
        assertThat(trial.perform(new Release())).isEqualTo(new Completed());
        assertThat(trial.world.snapshot().count("お茶", new Whereabouts.At(new Place("食堂"))))
                .isEqualTo(1);
    }

    @Test
    void loses_things_with_a_weak_gripper() {
        trial.world.disturb().move(KITCHEN);
        trial.perform(new Grasp("水"));
        trial.world.disturb().fault(Fault.WEAK_GRIPPER);
        assertThat(trial.world.snapshot().count("水", new Whereabouts.OnTray("ロボット")))
                .isZero();
        assertFailed(trial.perform(new Grasp("水")), Reason.FAULT);
        assertThat(trial.world.snapshot().items())
                .filteredOn(item -> item.where() instanceof Whereabouts.OnFloor)
                .hasSize(2);
    }

    @Test
    void a_stop_ends_a_grasp_before_its_effect() {
        trial.world.disturb().move(KITCHEN);
        CompletableFuture<Outcome> grasp = trial.begin(new Grasp("水"));
        trial.step(Duration.ofSeconds(1));
        trial.world.robot().stop();
        assertFailed(trial.end(grasp), Reason.STOPPED);
        trial.step(Duration.ofSeconds(5));
        assertThat(trial.world.snapshot().count("水", new Whereabouts.OnTray("ロボット")))
                .isZero();
    }

    @Test
    void switches_lights_even_when_stopped_or_driving() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        assertThat(trial.perform(new Light(ROOM, true))).isEqualTo(new Completed());
        assertThat(drive).isNotDone();
        trial.world.robot().stop();
        assertThat(trial.perform(new Light(KITCHEN, true))).isEqualTo(new Completed());
        assertThat(trial.world.snapshot().isLit("101号室")).isTrue();
        assertThat(trial.world.snapshot().isLit("給湯室")).isTrue();
        assertThat(trial.world.snapshot().isLit("食堂")).isFalse();
    }

    @Test
    void moves_doors_unless_somebody_stands_in_them() {
        assertThat(trial.perform(new Door(ROOM, false))).isEqualTo(new Completed());
        assertThat(trial.world.snapshot().isOpen("101号室")).isFalse();
        trial.world.movePerson("伊藤", 7.5, 6);
        assertFailed(trial.perform(new Door(new Place("102号室"), false)), Reason.BLOCKED);
        assertFailed(trial.perform(new Door(new Place("食堂"), false)), Reason.IMPOSSIBLE);
    }

    @Test
    void a_called_nurse_comes_and_goes_home() {
        assertThat(trial.perform(new CallHuman("nurse", ROOM, "痛み", false))).isEqualTo(new Completed());
        trial.until(() -> arrivals() == 1);
        Snapshot.Person nurse = trial.world.snapshot().person("山本").orElseThrow();
        assertThat(nurse.place()).isEqualTo("101号室");
        trial.step(Duration.ofMinutes(2));
        assertThat(trial.world.snapshot().person("山本").orElseThrow().place()).isEqualTo("スタッフステーション");
    }

    @Test
    void a_role_that_nobody_has_brings_somebody_all_the_same() {
        trial.perform(new CallHuman("caregiver", ROOM, "介助", false));
        trial.perform(new CallHuman("doctor", ROOM, "診察", false));
        assertThat(called()).containsExactly("伊藤", "山本");
    }

    @Test
    void two_calls_bring_two_people_and_a_third_is_not_forgotten() {
        for (String room : List.of("101号室", "104号室", "食堂")) {
            trial.perform(new CallHuman("nurse", new Place(room), "転倒", false));
        }
        trial.until(() -> arrivals() == 3);
        assertThat(called()).containsExactly("山本", "伊藤", "山本");
    }

    @Test
    void tells_who_comes_near_and_who_falls() {
        trial.world.movePerson("佐藤", 16, 5);
        trial.step(World.TICK);
        assertThat(trial.percepts).contains(new Percept.PersonArrived("佐藤"));
        trial.world.fall("田中");
        trial.world.movePerson("佐藤", ROOM);
        trial.step(World.TICK);
        assertThat(trial.percepts).contains(new Percept.Fall("田中"), new Percept.PersonLeft("佐藤"));
        assertThat(trial.world.snapshot().person("田中").orElseThrow().fallen()).isTrue();
    }

    @Test
    void does_not_see_through_walls() {
        trial.world.movePerson("佐藤", 17.4, 3.7);
        trial.step(World.TICK);
        assertThat(trial.percepts).doesNotContain(new Percept.PersonArrived("佐藤"));
    }

    @Test
    void an_emergency_stop_holds_until_it_is_released_and_resumed() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.world.disturb().pressEmergencyStop();
        assertFailed(trial.end(drive), Reason.STOPPED);
        trial.world.robot().resume();
        assertThat(trial.state().stopped()).isTrue();
        assertThat(trial.state().emergencyStop()).isTrue();
        trial.world.disturb().releaseEmergencyStop();
        assertFailed(trial.perform(to("廊下")), Reason.STOPPED);
        trial.world.robot().resume();
        assertThat(trial.perform(to("廊下"))).isEqualTo(new Completed());
        assertThat(trial.percepts).contains(new Percept.EmergencyStop(true), new Percept.EmergencyStop(false));
    }

    @Test
    void a_frozen_state_gets_older() {
        trial.world.disturb().fault(Fault.FROZEN_STATE);
        RobotState frozen = trial.state();
        trial.step(Duration.ofSeconds(3));
        assertThat(trial.state()).isEqualTo(frozen);
        assertThat(trial.world.snapshot().robot().at()).isEqualTo(frozen.at().plusSeconds(3));
        trial.world.disturb().repair(Fault.FROZEN_STATE);
        assertThat(trial.state().at()).isEqualTo(trial.world.clock().instant());
    }

    @Test
    void a_closed_robot_leaves_no_act_hanging() {
        CompletableFuture<Outcome> drive = trial.underWay("101号室");
        trial.world.robot().close();
        assertFailed(drive.join(), Reason.UNREACHABLE);
        assertFailed(trial.begin(new Light(ROOM, true)).join(), Reason.UNREACHABLE);
        trial.step(Duration.ofSeconds(1));
        assertThat(trial.state().speed()).isZero();
    }

    @Test
    void a_listener_that_throws_or_steps_does_not_break_the_world() {
        OUTBOX_LOG.setLevel(Level.OFF);
        trial.world.onEvent(event -> assertThatIllegalStateException().isThrownBy(() -> trial.step(World.TICK)));
        trial.world.onEvent(event -> {
            throw new IllegalStateException("broken listener");
        });
        List<WorldEvent> heard = new ArrayList<>();
        trial.world.onEvent(heard::add);
        assertThat(trial.perform(new Light(ROOM, true))).isEqualTo(new Completed());
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_scenario_that_names_what_is_not_there_is_told_what_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.world.block(new Place("屋上")))
                .withMessageContaining("屋上")
                .withMessageContaining("給湯室");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.world.fall("夏目"))
                .withMessageContaining("佐藤");
        assertThatIllegalArgumentException().isThrownBy(() -> trial.world.setDoor("食堂", false));
        assertThatIllegalArgumentException().isThrownBy(() -> trial.world.movePerson("佐藤", 99, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial.world.disturb().setBattery(1.1));
    }

    private List<String> called() {
        return trial.events.stream()
                .flatMap(event -> event instanceof WorldEvent.StaffCalled call ? Stream.of(call.person()) : Stream.of())
                .toList();
    }

    private long arrivals() {
        return trial.events.stream()
                .filter(event -> event instanceof WorldEvent.StaffArrived)
                .count();
    }
}
