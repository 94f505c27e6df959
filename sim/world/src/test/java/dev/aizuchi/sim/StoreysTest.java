package dev.aizuchi.sim;

import static dev.aizuchi.sim.Trial.assertFailed;
import static dev.aizuchi.sim.Trial.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StoreysTest {
    private static final String LIFT = "エレベーター";
    private static final String LABORATORY = "検査室";

    private final Trial trial = new Trial(FloorPlan.named("clinic"), 1);
    private final World world = trial.world;

    @Test
    void a_robot_gets_to_another_storey_by_lift_and_takes_its_time() {
        assertThat(trial.perform(to(LABORATORY))).isEqualTo(new Completed());
        assertThat(trial.state().place()).isEqualTo(LABORATORY);
        assertThat(world.plan()
                        .storeys()
                        .get(1)
                        .area()
                        .contains(trial.state().x(), trial.state().y()))
                .isTrue();
        assertThat(trial.events)
                .contains(new WorldEvent.LiftArrived(arrival().at(), LIFT, "2階"))
                .noneMatch(WorldEvent.Collided.class::isInstance);
        assertThat(Duration.between(Trial.START, arrival().at())).isGreaterThan(Duration.ofSeconds(20));
        assertThat(trial.perform(to("受付"))).isEqualTo(new Completed());
    }

    @Test
    void a_lift_that_is_out_of_order_is_named_and_taken_once_it_works() {
        world.setLift(LIFT, false);
        assertThat(trial.perform(to(LABORATORY)))
                .isEqualTo(new Outcome.Failed(Reason.BLOCKED, LIFT + " is out of order"));
        assertThat(trial.perform(to("待合室")))
                .as("on its own storey it drives on")
                .isEqualTo(new Completed());
        world.setLift(LIFT, true);
        assertThat(trial.perform(to(LABORATORY))).isEqualTo(new Completed());
    }

    @Test
    void a_lift_that_breaks_down_holds_the_robot_until_it_works() {
        CompletableFuture<Outcome> ride = trial.begin(to(LABORATORY));
        trial.until(() -> lift().moving());
        world.setLift(LIFT, false);
        assertThat(trial.end(ride)).isEqualTo(new Outcome.Failed(Reason.BLOCKED, LIFT + " is out of order"));
        assertFailed(trial.perform(to(LABORATORY)), Reason.BLOCKED);
        world.setLift(LIFT, true);
        assertThat(trial.perform(to(LABORATORY))).isEqualTo(new Completed());
    }

    @Test
    void a_full_lift_is_waited_for() {
        world.fillLift(LIFT, true);
        CompletableFuture<Outcome> ride = trial.begin(to(LABORATORY));
        trial.step(Duration.ofSeconds(60));
        assertThat(world.plan().storeyAt(position())).isZero();
        assertThat(ride).isNotDone();
        world.fillLift(LIFT, false);
        assertThat(trial.end(ride)).isEqualTo(new Completed());
    }

    @Test
    void a_lift_that_stays_full_is_given_up() {
        world.fillLift(LIFT, true);
        assertFailed(trial.perform(to(LABORATORY)), Reason.BLOCKED);
    }

    @Test
    void two_robots_share_a_lift_one_after_the_other() {
        CompletableFuture<Outcome> up = trial.begin(to(LABORATORY));
        CompletableFuture<Outcome> down = world.robots()
                .get(1)
                .perform(new Command("down", to("薬局"), Trial.LONG), done -> {})
                .toCompletableFuture();
        trial.until(() -> {
            assertThat(world.robots().stream().filter(this::rides).count()).isLessThan(2);
            return up.isDone() && down.isDone();
        });
        assertThat(List.of(up.join(), down.join())).containsOnly(new Completed());
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void a_door_does_not_close_on_a_robot_that_was_stopped_in_it() {
        CompletableFuture<Outcome> ride = trial.begin(to(LABORATORY));
        Box door = world.plan().lifts().get(0).landings().get(0).door();
        trial.until(() -> door.distance(trial.state().x(), trial.state().y()) < 0.1);
        world.robot().stop();
        assertFailed(trial.end(ride), Reason.STOPPED);
        trial.step(Duration.ofMinutes(1));
        assertThat(lift().open()).isTrue();
        world.robot().resume();
        assertThat(trial.perform(to(LABORATORY))).isEqualTo(new Completed());
        assertThat(trial.percepts).doesNotContain(new Percept.Bumper());
    }

    @Test
    void whoever_stands_in_the_car_goes_along() {
        Trial tower = new Trial(tower(""), 1);
        CompletableFuture<Outcome> ride = tower.begin(to("上"));
        tower.until(() -> tower.world.snapshot().lifts().get(0).moving());
        tower.world.movePerson("佐藤", 1.7, 0.3);
        tower.until(() -> tower.world.snapshot().lifts().get(0).storey().equals("二"));
        assertThat(tower.world.snapshot().person("佐藤").orElseThrow().place()).isEmpty();
        assertThat(tower.world.snapshot().person("佐藤").orElseThrow().y()).isEqualTo(7.3);
        assertThat(tower.end(ride)).isEqualTo(new Completed());
    }

    @Test
    void people_climb_the_stairs_and_robots_do_not() {
        world.setLift(LIFT, false);
        world.sendPerson("来客", new Place(LABORATORY));
        trial.until(() -> world.snapshot()
                .person("来客")
                .filter(person -> person.place().equals(LABORATORY))
                .isPresent());
        assertThat(Duration.between(Trial.START, world.clock().instant())).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void nobody_is_seen_or_heard_through_a_ceiling() {
        FloorPlan plan = tower("");
        World tower = new World(plan, Trial.START, 1);
        Storey upper = plan.storeys().get(1);
        tower.movePerson("佐藤", 5, upper.area().y0() + 0.5);
        tower.disturb().move(new Place("下"));
        tower.step(Duration.ofSeconds(1));
        assertThat(tower.hearers(tower.robot())).isEmpty();
        tower.movePerson("佐藤", 5, 3.5);
        assertThat(tower.hearers(tower.robot())).containsExactly("佐藤");
    }

    @Test
    void a_way_leads_over_two_lifts_where_one_does_not_go_all_the_way() {
        Trial tower = new Trial(tower(""), 1);
        assertThat(tower.perform(to("上"))).isEqualTo(new Completed());
        assertThat(tower.events)
                .filteredOn(WorldEvent.LiftArrived.class::isInstance)
                .extracting(event -> ((WorldEvent.LiftArrived) event).lift())
                .contains("南", "北");
        tower.world.setLift("北", false);
        assertThat(tower.perform(to("下"))).isEqualTo(new Outcome.Failed(Reason.BLOCKED, "北 is out of order"));
    }

    @Test
    void of_two_lifts_the_one_that_works_is_taken() {
        Trial tower = new Trial(tower("  - { name: 予備, at: [8, 0], size: [2, 1.5], door: north }\n"), 1);
        tower.world.setLift("南", false);
        assertThat(tower.perform(to("上"))).isEqualTo(new Completed());
        assertThat(tower.events)
                .filteredOn(WorldEvent.LiftArrived.class::isInstance)
                .extracting(event -> ((WorldEvent.LiftArrived) event).lift())
                .containsOnly("予備");
    }

    @Test
    void the_same_seed_gives_the_same_rides() {
        assertThat(rides(3)).isEqualTo(rides(3));
    }

    @Test
    void a_lift_that_is_not_there_is_named_with_those_that_are() {
        assertThatThrownBy(() -> world.setLift("昇降機", false))
                .hasMessageContaining("昇降機")
                .hasMessageContaining(LIFT);
    }

    private static List<String> rides(long seed) {
        Trial trial = new Trial(FloorPlan.named("clinic"), seed);
        trial.world.sendPerson("森", new Place("受付"));
        trial.perform(to(LABORATORY));
        return List.of(trial.world.snapshot().toString(), trial.events.toString(), trial.percepts.toString());
    }

    /** Three storeys: a lift in the south goes to the second, one in the north from there to the third. */
    private static FloorPlan tower(String moreLifts) {
        return FloorPlan.parse("""
                floor: { width: 10, height: 6, storeys: [一, 二, 三] }
                rooms:
                  - { name: 一, at: [0, 0], size: [10, 6] }
                  - { name: 二, storey: 二, at: [0, 0], size: [10, 6] }
                  - { name: 三, storey: 三, at: [0, 0], size: [10, 6] }
                lifts:
                  - { name: 南, at: [0, 0], size: [2, 1.5], door: north, storeys: [一, 二] }
                  - { name: 北, at: [0, 4.5], size: [2, 1.5], door: south, storeys: [二, 三] }
                %splaces:
                  - { name: 下, at: [5, 5], heading: 0 }
                  - { name: 上, storey: 三, at: [5, 3], heading: 0 }
                people: [{ name: 佐藤, role: resident, at: [9, 5.5] }]
                robots: [{ name: ロボット, dock: 充電, at: [5, 1], heading: 0 }]
                """.formatted(moreLifts), "tower.yaml");
    }

    private boolean rides(SimulatedRobot robot) {
        return world.plan().lifts().get(0).landings().stream()
                .anyMatch(landing -> landing.car()
                        .contains(robot.position().x(), robot.position().y()));
    }

    private Snapshot.LiftCar lift() {
        return world.snapshot().lifts().get(0);
    }

    private Point position() {
        return world.robot().position();
    }

    private WorldEvent.LiftArrived arrival() {
        return trial.events.stream()
                .filter(WorldEvent.LiftArrived.class::isInstance)
                .map(WorldEvent.LiftArrived.class::cast)
                .filter(event -> event.storey().equals("2階"))
                .findFirst()
                .orElseThrow();
    }
}
