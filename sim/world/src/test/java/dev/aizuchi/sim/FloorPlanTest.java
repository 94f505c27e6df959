package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorPlanTest {
    private static final String SMALL = """
            # one room
            floor 4 3
            room 部屋 0 0 4 3
            dock 充電 1 1 0
            """;

    @Test
    void the_care_floor_has_the_places_of_a_care_home() {
        FloorPlan plan = FloorPlan.care();
        assertThat(plan.places())
                .extracting(spot -> spot.place().name())
                .containsExactly("101号室", "102号室", "103号室", "104号室", "廊下", "食堂", "給湯室", "トイレ", "スタッフステーション", "充電場所");
        assertThat(plan.dock()).isEqualTo(new Place("充電場所"));
        assertThat(plan.people()).filteredOn(FloorPlan.Person::isStaff).hasSize(2);
    }

    @Test
    void the_profile_allows_the_places_of_the_plan_and_no_others() {
        assertThat(CareRobot.profile(FloorPlan.parse(SMALL, "small")).capability("navigate"))
                .get()
                .extracting(navigate -> navigate.limits().get(0))
                .isEqualTo(new Capability.Limit.OneOf("place", List.of("充電")));
        assertThat(CareRobot.profile().capability("lift")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wall 1 2 3                    | "wall" is none of
                    room 物置 3 0 2 1             | reaches beyond the floor
                    room 部屋 0 0 1 1             | stands above already
                    room 物置 0 0 1               | expected: room NAME
                    room 物置 0 0 x 1             | "x" is no number
                    room 物置 0 0 -1 1            | "-1" must be above 0
                    door 物置 0 0 1 0 open        | no room is named "物置"
                    door 部屋 1 1 2 1 open        | along one wall
                    door 部屋 3 0 5 0 open        | along one wall
                    door 部屋 2 0 1 0 open        | from west to east
                    door 部屋 1 0 2 0 ajar        | "ajar" is none of open, closed, doorway
                    place 充電 1 1 0              | stands above already
                    place 庭 9 9 0                | lies in none of the rooms
                    dock 予備 2 1 0               | there is a dock already
                    person 佐藤 resident 9 9      | lies in none of the rooms
                    item 水 台所 1                | no place is named "台所"
                    item 水 充電 1.5              | no whole number
                    """)
    void a_wrong_line_is_named(String line, String problem) {
        assertThatThrownBy(() -> FloorPlan.parse(SMALL + line, "my.floor"))
                .isInstanceOf(FloorPlanException.class)
                .hasMessageStartingWith("my.floor:5: ")
                .hasMessageContaining(problem);
    }

    @Test
    void a_plan_needs_a_dock_and_free_spots() {
        assertThatThrownBy(() -> FloorPlan.parse("floor 2 2", "my.floor")).hasMessageContaining("without a dock");
        assertThatThrownBy(() -> FloorPlan.parse(SMALL + "furniture 机 1.1 1 1 1", "my.floor"))
                .hasMessageContaining("my.floor: place 充電 needs");
    }
}
