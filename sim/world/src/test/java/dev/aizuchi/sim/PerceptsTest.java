package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerceptsTest {
    /** The robot looks east along the shelf; a second room lies behind the wall in the north. */
    private static final FloorPlan HALL = FloorPlan.parse("""
            floor: { width: 10, height: 8 }
            rooms:
              - { name: ホール, at: [0, 0], size: [10, 4] }
              - { name: 奥, at: [0, 4], size: [10, 4] }
            places:
              - { name: 棚, at: [3, 2], heading: 0 }
              - { name: 後ろ, at: [0.6, 1], heading: 0 }
              - { name: 奥棚, at: [3, 5], heading: 0 }
              - { name: 東, at: [6, 2], heading: 0 }
            robots:
              - { name: ロボット, dock: 充電, at: [2, 2], heading: 0 }
            people:
              - { name: 佐藤, role: resident, at: [4, 2.5] }
            items:
              - { name: 水, place: 棚, count: 2 }
              - { name: お茶, place: 奥棚, count: 1 }
              - { name: 杖, place: 後ろ, count: 1 }
            """, "hall.yaml");

    private final Trial trial = new Trial(HALL, 1);

    @Test
    void a_look_tells_of_the_things_in_front_and_neither_of_those_behind_nor_behind_a_wall() {
        trial.perform(new Action.Look("前"));
        assertThat(percepts("object_seen"))
                .containsExactly(new Percept.Own(
                        "object_seen",
                        List.of(
                                new Argument.Text("item", "水"),
                                new Argument.Text("place", "棚"),
                                new Argument.Measure("count", 2),
                                new Argument.Measure("distance_m", 1),
                                new Argument.Flag("on_floor", false))));
    }

    @Test
    void after_a_turn_it_sees_what_was_behind() {
        trial.perform(new Action.Rotate(180));
        trial.perform(new Action.Look("後ろ"));
        assertThat(percepts("object_seen"))
                .extracting(seen -> text(seen, "item"))
                .containsExactly("杖");
    }

    @Test
    void what_falls_in_front_of_it_is_told_once_without_a_look() {
        trial.perform(Trial.to("棚"));
        trial.perform(new Action.Grasp("水"));
        trial.perform(new Action.Rotate(180));
        trial.perform(Trial.to("充電"));
        assertThat(percepts("object_seen")).isEmpty();
        trial.world.disturb().fault(Fault.WEAK_GRIPPER);
        trial.step(Duration.ofSeconds(10));
        assertThat(percepts("object_seen")).singleElement().satisfies(seen -> {
            assertThat(text(seen, "item")).isEqualTo("水");
            assertThat(seen.arguments()).contains(new Argument.Flag("on_floor", true));
        });
    }

    @Test
    void who_points_is_seen_in_front_and_not_by_a_robot_that_looks_away_or_sees_nothing() {
        trial.world.point("佐藤", new Place("東"));
        trial.step(World.TICK);
        assertThat(percepts("pointing"))
                .containsExactly(new Percept.Own("pointing", List.of(new Argument.Text("place", "東"))));
        trial.percepts.clear();
        trial.perform(new Action.Rotate(180));
        trial.world.point("佐藤", new Place("東"));
        trial.step(World.TICK);
        assertThat(percepts("pointing")).isEmpty();
        trial.perform(new Action.Rotate(180));
        trial.world.disturb().fault(Fault.BLIND);
        trial.world.point("佐藤", new Place("東"));
        trial.step(World.TICK);
        assertThat(percepts("pointing")).isEmpty();
    }

    @Test
    void nobody_is_seen_pointing_through_a_wall_or_in_the_dark() {
        trial.world.movePerson("佐藤", 4, 5);
        trial.world.point("佐藤", new Place("東"));
        trial.world.movePerson("佐藤", 4, 2.5);
        trial.world.dangers().setPower(false);
        trial.step(Duration.ofSeconds(2));
        trial.world.point("佐藤", new Place("東"));
        trial.step(World.TICK);
        assertThat(percepts("pointing")).isEmpty();
    }

    @Test
    void what_stands_in_front_and_is_on_no_plan_is_told_once_until_it_is_gone() {
        trial.world.movePerson("佐藤", 9, 3.5);
        trial.perform(Trial.to("棚"));
        trial.step(Duration.ofSeconds(5));
        assertThat(percepts("obstacle")).as("walls are on the plan").isEmpty();
        trial.world.block(new Place("東"));
        trial.step(Duration.ofSeconds(5));
        assertThat(percepts("obstacle")).as("farther than it reaches").isEmpty();
        trial.perform(new Action.Own("move", List.of(new Argument.Measure("distance_m", 1))));
        trial.step(Duration.ofSeconds(5));
        assertThat(percepts("obstacle")).hasSize(1);
        trial.world.unblock(new Place("東"));
        trial.step(Duration.ofSeconds(2));
        trial.world.block(new Place("東"));
        trial.step(Duration.ofSeconds(2));
        assertThat(percepts("obstacle")).hasSize(2);
        assertThat(percepts("obstacle").get(1).arguments())
                .singleElement()
                .satisfies(argument ->
                        assertThat(((Argument.Measure) argument).value()).isBetween(0.5, 1.5));
    }

    private List<Percept.Own> percepts(String kind) {
        return trial.percepts.stream()
                .filter(percept -> percept.kind().equals(kind))
                .map(Percept.Own.class::cast)
                .toList();
    }

    private static String text(Percept.Own percept, String name) {
        Optional<String> value = percept.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .map(argument -> ((Argument.Text) argument).value())
                .findFirst();
        return value.orElseThrow();
    }
}
