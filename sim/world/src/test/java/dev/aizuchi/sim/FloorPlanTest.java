package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Place;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorPlanTest {
    private static final String SMALL = """
            # one room
            floor: { width: 4, height: 3 }
            rooms:
              - { name: 部屋, at: [0, 0], size: [4, 3] }
            robots:
              - { name: ロボット, dock: 充電, at: [1, 1], heading: 0 }
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
                    walls: []                                                                 | "walls" is none of floor, rooms
                    furniture: 机                                                             | must be a list
                    furniture: [{ name: 机, at: [3, 0], size: [2, 1] }]                       | reaches beyond the floor
                    furniture: [{ name: 机, at: [0, 0], size: [1, 0] }]                       | must be above 0
                    furniture: [{ name: 机, at: [0], size: [1, 1] }]                          | two numbers
                    furniture: [{ name: 机, at: [0, x], size: [1, 1] }]                       | "x" is no number
                    furniture: [{ name: 机, at: [0, 0] }]                                     | needs the key size
                    furniture: [{ name: 机, at: [0, 0], sice: [1, 1] }]                       | "sice" is none of name, storey, at, size
                    stairs: [{ at: [0, 0], size: [1, 1] }]                                    | needs the key name
                    doors: [{ room: 物置, from: [0, 0], to: [1, 0] }]                         | no room is named "物置"
                    doors: [{ room: 部屋, from: [1, 1], to: [2, 1] }]                         | along one wall
                    doors: [{ room: 部屋, from: [3, 0], to: [5, 0] }]                         | along one wall
                    doors: [{ room: 部屋, from: [2, 0], to: [1, 0] }]                         | from west to east
                    doors: [{ room: 部屋, from: [1, 0], to: [2, 0], state: ajar }]            | "ajar" is none of open, closed, doorway
                    places: [{ name: 庭, at: [9, 9], heading: 0 }]                            | lies in none of the rooms
                    people: [{ name: 佐藤, role: resident, at: [9, 9] }]                      | lies in none of the rooms
                    people: [{ name: 佐藤, role: resident, at: [2, 2], schedule: { "12:0": 充電 } }] | is no time
                    people: [{ name: 佐藤, role: resident, at: [2, 2], schedule: { "12:00": 庭 } }]  | no place is named "庭"
                    people: [{ name: 佐藤, role: resident, at: [2, 2], falls: -1 }]           | must be 0 or more
                    items: [{ name: 水, place: 台所, count: 1 }]                              | no place is named "台所"
                    items: [{ name: 水, place: 充電, count: 1.5 }]                            | no whole number
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 2] }]                       | needs the key door
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 2], door: up }]             | "up" is none of north, east, south, west
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 1], door: east }]           | 1.5 m wide and deep
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 2], door: east }]           | must lead to two storeys or more
                    stairs: [{ name: 階段, at: [0, 0], size: [1, 1], side: east }]            | must lead to two storeys or more
                    places: [{ name: 隅, storey: 2階, at: [2, 2], heading: 0 }]               | no storey is named "2階"
                    """)
    void what_is_wrong_is_told_with_line_and_column(String line, String problem) {
        assertThatThrownBy(() -> FloorPlan.parse(SMALL + line, "my.yaml"))
                .isInstanceOf(FloorPlanException.class)
                .hasMessageMatching("(?s)my\\.yaml:7:[0-9]+: .*")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 2], door: west }]             | [-0.9, 1.0] of 1階, before the door, lies in none
                    lifts: [{ name: 昇降機, at: [1, 0], size: [2, 2], door: north }]            | [2.0, 2.9] of 2階, before the door, lies in none
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 2], door: north, storeys: [3階] }] | no storey is named "3階"
                    lifts: [{ name: 昇降機, at: [0, 0], size: [2, 2], door: north, storeys: [1階] }] | floor has storeys: [1階, 2階]
                    stairs: [{ name: 階段, at: [0, 0], size: [1, 1], side: west }]              | of 1階, before the stairs, lies in none
                    places: [{ name: 隅, storey: 2階, at: [3, 3], heading: 0 }]                 | [3.0, 3.0] of 2階 lies in none of the rooms
                    rooms: [{ name: 広間, storey: 2階, at: [0, 0], size: [5, 3] }]              | reaches beyond the floor of 4.0 m × 4.0 m
                    """)
    void what_is_wrong_on_a_storey_is_told_with_line_and_column(String line, String problem) {
        String plan = """
                floor: { width: 4, height: 4, storeys: [1階, 2階] }
                robots:
                  - { name: ロボット, dock: 充電, at: [3, 3], heading: 0 }
                %s
                """.formatted(line.startsWith("rooms") ? line : """
                rooms: [{ name: 部屋, at: [0, 0], size: [4, 4] }, { name: 小部屋, storey: 2階, at: [0, 0], size: [2, 2] }]
                """ + line);
        assertThatThrownBy(() -> FloorPlan.parse(plan, "my.yaml"))
                .isInstanceOf(FloorPlanException.class)
                .hasMessageMatching("(?s)my\\.yaml:[45]:[0-9]+: .*")
                .hasMessageContaining(problem);
    }

    @Test
    void storeys_need_names_that_differ() {
        assertThatThrownBy(() -> FloorPlan.parse("floor: { width: 4, height: 4, storeys: [1階, 1階] }", "my.yaml"))
                .hasMessageMatching("(?s)my\\.yaml:1:[0-9]+: .*")
                .hasMessageContaining("names that differ");
    }

    @Test
    void names_are_not_given_twice() {
        assertThatThrownBy(() -> FloorPlan.parse(
                        SMALL + "places: [{ name: 隅, at: [2, 2], heading: 0 }, { name: 隅, at: [2, 1], heading: 0 }]",
                        "my.yaml"))
                .hasMessageContaining("my.yaml:7:")
                .hasMessageContaining("\"隅\" stands above already");
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() {
        assertThatThrownBy(() -> FloorPlan.parse("floor: { width: 4,\nrooms: ]", "my.yaml"))
                .isInstanceOf(FloorPlanException.class)
                .hasMessageContaining("my.yaml:2:")
                .hasMessageContaining("not YAML");
    }

    @Test
    void a_plan_needs_a_robot_and_free_spots() {
        assertThatThrownBy(() -> FloorPlan.parse("floor: { width: 2, height: 2 }", "my.yaml"))
                .hasMessageContaining("no robot");
        assertThatThrownBy(() ->
                        FloorPlan.parse(SMALL + "furniture: [{ name: 机, at: [1.1, 1], size: [1, 1] }]", "my.yaml"))
                .hasMessageContaining("my.yaml:")
                .hasMessageContaining("place 充電 needs");
    }

    @Test
    void people_have_habits_where_the_plan_gives_them() {
        FloorPlan plan = FloorPlan.parse(
                SMALL
                        + "people: [{ name: 佐藤, role: resident, at: [2, 2], style: kansai, hears: 2,"
                        + " schedule: { \"12:00\": 充電 }, outside: true, wanders: 3, falls: 0.5 }]",
                "my.yaml");
        assertThat(plan.people().get(0).habits())
                .isEqualTo(new FloorPlan.Habits(
                        "kansai", 2, new TreeMap<>(Map.of(LocalTime.NOON, new Place("充電"))), true, 3, 0.5));
    }
}
