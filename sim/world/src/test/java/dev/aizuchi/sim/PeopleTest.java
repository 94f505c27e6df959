package dev.aizuchi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {
    /** Two rooms beside each other; the robot is in the west. The clock of the floor shows 11:59. */
    private static final FloorPlan HOME = FloorPlan.parse("""
            floor: { width: 12, height: 6, zone: Asia/Tokyo }
            rooms:
              - { name: 居間, at: [0, 0], size: [6, 6] }
              - { name: 食堂, at: [6, 0], size: [6, 6] }
            doors:
              - { room: 居間, from: [6, 2], to: [6, 4], state: doorway }
            places:
              - { name: 居間, at: [3, 3], heading: 0 }
              - { name: 食堂, at: [9, 3], heading: 0 }
            robots:
              - { name: ロボット, dock: 充電, at: [1, 5], heading: 0 }
            people:
              - { name: 佐藤, role: resident, at: [2, 1], style: kansai, schedule: { "12:00": 食堂, "12:30": 居間 } }
              - { name: 鈴木, role: resident, at: [4, 1], hears: 1 }
              - { name: 孫, role: visitor, at: [11, 1], outside: true, schedule: { "12:10": 居間, "12:20": outside } }
            """, "home.yaml");

    private static final Instant BEFORE_NOON = Instant.parse("2026-04-01T02:59:00Z");

    private final World world = new World(HOME, BEFORE_NOON, 1);

    private static String place(World world, String person) {
        return world.snapshot().person(person).map(Snapshot.Person::place).orElse("outside");
    }

    @Test
    void residents_go_where_their_day_takes_them_and_stay() {
        assertThat(place(world, "佐藤")).isEqualTo("居間");
        world.step(Duration.ofMinutes(5));
        assertThat(place(world, "佐藤")).isEqualTo("食堂");
        world.step(Duration.ofMinutes(20));
        assertThat(place(world, "佐藤")).isEqualTo("食堂");
        world.step(Duration.ofMinutes(10));
        assertThat(place(world, "佐藤")).isEqualTo("居間");
        assertThat(place(world, "鈴木")).as("whose day has no plan").isEqualTo("居間");
    }

    @Test
    void visitors_come_and_go() {
        assertThat(place(world, "孫")).isEqualTo("outside");
        world.step(Duration.ofMinutes(15));
        assertThat(place(world, "孫")).isEqualTo("居間");
        world.step(Duration.ofMinutes(10));
        assertThat(place(world, "孫")).isEqualTo("outside");
    }

    @Test
    void a_day_begins_again_after_midnight() {
        World night = new World(HOME, Instant.parse("2026-04-01T14:59:50Z"), 1);
        night.step(Duration.ofSeconds(20));
        assertThat(place(night, "佐藤")).as("no entry at midnight").isEqualTo("居間");
        night.step(Duration.ofHours(12).plusMinutes(5));
        assertThat(place(night, "佐藤")).isEqualTo("食堂");
    }

    @Test
    void who_fell_goes_nowhere() {
        world.fall("佐藤");
        world.step(Duration.ofMinutes(5));
        assertThat(place(world, "佐藤")).isEqualTo("居間");
        assertThat(world.snapshot().person("佐藤").orElseThrow().fallen()).isTrue();
    }

    @Test
    void people_walk_where_they_are_sent() {
        world.sendPerson("鈴木", new Place("食堂"));
        world.step(Duration.ofMinutes(1));
        assertThat(place(world, "鈴木")).isEqualTo("食堂");
        world.sendAway("鈴木");
        world.step(Duration.ofMinutes(1));
        assertThat(place(world, "鈴木")).isEqualTo("outside");
    }

    @Test
    void wanderers_wander_and_frail_ones_fall_as_often_as_the_plan_says() {
        FloorPlan plan = FloorPlan.parse("""
                floor: { width: 12, height: 6 }
                rooms: [{ name: 広間, at: [0, 0], size: [12, 6] }]
                places: [{ name: 窓辺, at: [9, 3], heading: 0 }]
                robots: [{ name: ロボット, dock: 充電, at: [1, 5], heading: 0 }]
                people:
                  - { name: 歩, role: resident, at: [2, 1], wanders: 20 }
                  - { name: 弱, role: resident, at: [4, 1], falls: 6 }
                """, "hall.yaml");
        World hall = new World(plan, BEFORE_NOON, 3);
        List<WorldEvent> events = new ArrayList<>();
        List<Percept> percepts = new ArrayList<>();
        hall.onEvent(events::add);
        hall.robot().onPercept(percepts::add);
        int walking = 0;
        for (int second = 0; second < 3600; second++) {
            hall.step(Duration.ofSeconds(1));
            walking += hall.snapshot().person("歩").orElseThrow().walking() ? 1 : 0;
        }
        assertThat(walking).isBetween(30, 1800);
        assertThat(events)
                .anyMatch(event -> event instanceof WorldEvent.PersonFell fell
                        && fell.person().equals("弱"));
        assertThat(percepts).contains(new Percept.Fall("弱"));
        assertThat(hall.snapshot().person("歩").orElseThrow().fallen()).isFalse();
    }

    @Test
    void a_voice_carries_as_far_as_it_is_loud_and_a_person_hears() {
        world.disturb().move(new Place("居間"));
        assertThat(world.hearers(world.robot())).containsExactly("佐藤");
        world.movePerson("鈴木", 3.5, 2.8);
        assertThat(world.hearers(world.robot())).containsExactly("佐藤", "鈴木");
        speak("silent");
        assertThat(world.hearers(world.robot())).isEmpty();
        speak("louder");
        world.movePerson("佐藤", 8.5, 5.5);
        assertThat(world.hearers(world.robot())).as("behind the wall, 6 m off").doesNotContain("佐藤");
        world.movePerson("佐藤", 9, 3);
        assertThat(world.hearers(world.robot()))
                .as("through the doorway, 6 m off")
                .contains("佐藤");
    }

    @Test
    void the_style_in_which_a_person_speaks_is_told() {
        assertThat(world.snapshot().person("佐藤").orElseThrow().style()).isEqualTo("kansai");
        assertThat(world.snapshot().person("鈴木").orElseThrow().style()).isEqualTo("plain");
    }

    private void speak(String style) {
        var unused = world.robot()
                .perform(
                        new Command(
                                style, new Action.Own("voice", List.of(new Argument.Text("style", style))), Trial.LONG),
                        done -> {});
        world.step(Duration.ofSeconds(2));
    }
}
