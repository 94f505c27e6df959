package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Datum;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotFileReaderTest {
    private static final String FILE = """
            name: small
            buses: { ros: { use: rcl } }
            actions:
              dock:
                effect: reversible
                moves: true
                time-limit-s: 60
                steps:
                  - on: ros
                    goal: /dock
                    fields: { id: "${id}" }
            """;

    @Test
    void a_sound_file_has_no_faults() {
        assertThat(faults(FILE)).isEmpty();
    }

    @Test
    void a_misspelt_key_is_named_with_its_line_and_the_nearest_known() {
        assertThatThrownBy(() -> faults(FILE.replace("goal:", "goall:")))
                .isInstanceOf(RobotFileException.class)
                .hasMessage("robot.yaml:10: actions.dock.steps.0.goall: unknown key goall; did you mean goal?");
    }

    @Test
    void a_value_that_is_wrong_is_named_with_its_line() {
        assertThatThrownBy(() -> faults(FILE.replace("60", "0")))
                .hasMessageContaining("robot.yaml:4: actions.dock")
                .hasMessageContaining("time-limit-s");
        assertThatThrownBy(() -> faults("name: [")).hasMessageContaining("not YAML");
    }

    @Test
    void what_shows_only_when_driving_is_found_before() {
        assertThat(faults(FILE.replace("on: ros", "on: rso")))
                .containsExactly("robot.yaml:9: actions.dock.steps.0.on: no bus rso; did you mean ros?");
        assertThat(faults(FILE.replace("${id}", "${place.x}")))
                .singleElement()
                .asString()
                .startsWith("robot.yaml:11: actions.dock.steps.0.fields: id: no place for place.x");
        assertThat(faults(FILE.replace("moves: true", "moves: false")))
                .singleElement()
                .asString()
                .contains("dock moves; write moves: true");
        assertThat(faults(FILE.replace("dock:", "rotate:")))
                .singleElement()
                .asString()
                .contains("the parameter angle_deg of rotate is missing");
    }

    @Test
    void expressions_read_literals_paths_and_functions() {
        Datum.Fields scope = Said.of("{ a: { b: [ 1, 2.5 ] }, q: { x: 0, y: 0, z: 1, w: 0 }, on: true }");
        assertThat(Expression.parse("a.b.1").in(scope)).isEqualTo(new Datum.Real(2.5));
        assertThat(Expression.parse(" times( a.b.0 , -2 ) ").in(scope)).isEqualTo(new Datum.Real(-2));
        assertThat(Expression.parse("heading(q)").in(scope)).isEqualTo(new Datum.Real(180));
        assertThat(Expression.parse("not(on)").in(scope)).isEqualTo(new Datum.Flag(false));
        Datum.Fields told = Said.of("{ status: [ { level: 0 }, { level: 2 }, { level: 1 } ], none: [] }");
        assertThat(Expression.parse("greatest(status.*.level)").in(told)).isEqualTo(new Datum.Real(2));
        assertThat(Expression.parse("greatest(none.*.level)").in(told)).isEqualTo(new Datum.Real(0));
        assertThatThrownBy(() -> Expression.parse("greatest(status.*.name)").in(told))
                .hasMessageContaining("no name for status.*.name");
        assertThat(Expression.parse("'止まれ'").in(scope)).isEqualTo(new Datum.Text("止まれ"));
        assertThat(Template.Text.of("bed/${a.b.0}/set").text(scope)).isEqualTo("bed/1/set");
        for (String wrong : List.of("", "a.", "rad(1", "rad(1,2)", "1 2", "a b", "'open")) {
            assertThatThrownBy(() -> Expression.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Expression.parse("a.c").in(scope)).hasMessage("no c for a.c; did you mean b?");
        assertThatThrownBy(() -> Expression.parse("a.b.2").in(scope)).hasMessageContaining("only 2 items");
    }

    @Test
    void expressions_that_are_none_are_told_all_at_once_when_the_file_is_read() {
        assertThatThrownBy(() -> faults(FILE.replace("goal: /dock", "goal: '/dock/${id'\n        progress: 'done('")
                        .replace("${id}", "${roud(1)}")
                        .replace("60", "60\n    requires: [ { that: { value: a.., is: true } } ]")))
                .hasMessageContaining("robot.yaml:12: actions.dock.steps.0.progress: no function done; known are")
                .hasMessageContaining("actions.dock.requires.0.that.value: \"a..\" needs a name")
                .hasMessageContaining("robot.yaml:13: actions.dock.steps.0.fields: id: no function roud; did you mean");
    }

    @Test
    void all_misspelt_keys_are_named_at_once() {
        assertThatThrownBy(() -> faults(FILE.replace("goal:", "goall:").replace("moves:", "movs:")))
                .hasMessageContaining("movs; did you mean moves?")
                .hasMessageContaining("goall; did you mean goal?");
    }

    @Test
    void a_value_that_does_not_fit_is_told_in_plain_words() {
        assertThatThrownBy(() -> faults(FILE.replace("60", "60 s")))
                .hasMessage("robot.yaml:7: actions.dock.time-limit-s: \"60 s\" is no number; write it without a unit,"
                        + " which is that of the key");
        assertThatThrownBy(() -> faults(FILE.replace("reversible", "reversable")))
                .hasMessage("robot.yaml:5: actions.dock.effect: \"reversable\" is none of none, reversible,"
                        + " irreversible, touches_person");
        assertThatThrownBy(() -> faults(FILE.replace("moves: true", "moves: ja")))
                .hasMessage("robot.yaml:6: actions.dock.moves: \"ja\" is neither true nor false");
        assertThatThrownBy(() -> faults(FILE.replace("      - on: ros", "        on: ros")))
                .hasMessageContaining("robot.yaml:8: actions.dock.steps: takes a list; begin each item with \"- \"");
        assertThatThrownBy(() -> faults(FILE + "limits: 15\n"))
                .hasMessageContaining("robot.yaml:12: limits: takes keys with values");
        assertThatThrownBy(() -> faults(FILE + "limits: { minimum-battery: 15 }\n"))
                .hasMessageContaining("robot.yaml:12: limits: minimum-battery is a part")
                .hasMessageEndingWith("but is 15.0; write 0.15 for 15 %");
        assertThatThrownBy(() -> faults(FILE + "limits: { maximum-state-age-s: -1 }\n"))
                .hasMessageContaining("robot.yaml:12: limits: maximum-state-age-s must be seconds above 0");
    }

    @Test
    void what_is_no_yaml_is_told_in_one_line_with_the_cure() {
        assertThatThrownBy(() -> faults(FILE.replace("name: small", "name: small\nname: big")))
                .hasMessage("robot.yaml:2: not YAML: Duplicate field 'name'");
        assertThatThrownBy(() -> faults(FILE.replace("    effect", "\teffect")))
                .hasMessage("robot.yaml:5: not YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation); indent with spaces");
        assertThatThrownBy(() -> faults(FILE.replace("\"${id}\"", "${id}")))
                .hasMessageStartingWith("robot.yaml:11: not YAML: expected ',' or '}'")
                .hasMessageEndingWith("; write what has a brace in quotes: \"${…}\"");
        assertThatThrownBy(() -> faults(FILE.replace("rcl } }", "rcl }")))
                .hasMessageStartingWith("robot.yaml:3: not YAML: expected ',' or '}'")
                .hasMessageContaining("in what begins in line 2; close each {");
        assertThatThrownBy(() -> faults(FILE.replace("    moves", "   moves")))
                .hasMessageStartingWith("robot.yaml:6: not YAML: expected <block end>")
                .hasMessageEndingWith("in what begins in line 4; indent what belongs together equally far");
    }

    @Test
    void a_place_that_must_be_known_needs_both_coordinates() {
        String file = FILE.replace("dock:", "navigate:\n    parameters: { place: { place: true } }")
                + "places:\n  - { name: 食堂, x: 1, y: 2 }\n  - { name: 玄関 }\n";
        assertThat(faults(file)).isEmpty();
        assertThat(faults(file.replace("${id}", "${place.x}")))
                .containsExactly("robot.yaml:15: places.1: navigate needs to know where 玄関 is; write x and y, in metres"
                        + " on the robot's map");
        assertThatThrownBy(() -> faults(file.replace("玄関", "玄関, x: 1")))
                .hasMessage("robot.yaml:15: places.1: 玄関 has x or y alone; write both, in metres on the robot's map");
        assertThat(faults(file.replace("玄関", "食堂")))
                .containsExactly("robot.yaml:15: places.1.name: two places are called 食堂; people mean one of them");
    }

    @Test
    void a_slip_of_a_known_name_is_not_taken_for_a_name_of_ones_own() {
        assertThat(faults(FILE.replace("dock:", "dok:")))
                .containsExactly("robot.yaml:4: actions.dok: dok is no standard act; did you mean dock? An act of the"
                        + " robot's own needs another name");
        assertThat(faults(FILE.replace("dock:", "rock:\n    parameters: { angle_deg: { min: 0, max: 9 } }")))
                .as("one of its own, with arguments of its own")
                .isEmpty();
        assertThat(faults(FILE + "percepts: [ { on: ros, topic: /f, tell: fal } ]\n"))
                .containsExactly("robot.yaml:12: percepts.0.tell: no percept fal; did you mean fall?");
        assertThat(faults(FILE + "percepts: [ { on: ros, topic: /f, tell: flood } ]\n"))
                .isEmpty();
        String state = FILE + "state: [ { on: ros, topic: /s, values: { heading: h } } ]\n";
        assertThat(faults(state))
                .singleElement()
                .asString()
                .startsWith(
                        "robot.yaml:12: state.0.values.heading: heading is no part of the state, and no act requires it");
        String required =
                state.replace("60", "60\n    requires: [ { that: { value: heading, below: 9 }, otherwise: fault } ]");
        assertThat(faults(required)).isEmpty();
        assertThat(faults(required.replace("value: heading", "value: heeding")))
                .containsExactly("robot.yaml:8: actions.dock.requires.0: no heeding; did you mean heading?");
    }

    @Test
    void limits_within_which_nothing_lies_are_told_of() {
        String act = FILE.replace("dock:", "rock:\n    parameters: { length: { max-length: 0 } }");
        assertThat(faults(act))
                .containsExactly(
                        "robot.yaml:5: actions.rock.parameters: length: max-length must be at least 1, but is 0");
        assertThat(faults(act.replace("max-length: 0", "min: 2, max: 1")))
                .containsExactly("robot.yaml:5: actions.rock.parameters: length: min 2.0 is above max 1.0");
    }

    @Test
    void a_type_is_written_as_ros_does_and_a_topic_to_publish_to_is_one() {
        assertThat(faults(FILE.replace("goal: /dock", "goal: /dock\n        type: nav2_msgs/DockRobot")))
                .containsExactly(
                        "robot.yaml:11: actions.dock.steps.0.type: nav2_msgs/DockRobot is no type of what stands"
                                + " here; write it as package/action/Name");
        assertThat(faults(FILE.replace("goal: /dock", "goal: /dock\n        type: nav2_msgs/action/DockRobot")))
                .isEmpty();
        assertThat(faults(FILE + "stop: [ { on: ros, publish: bed/+/stop } ]\n"))
                .containsExactly("robot.yaml:12: stop.0: + and # stand for topics that are heard; write the one that is"
                        + " meant");
    }

    @ParameterizedTest
    @CsvSource({
        "fal,fall,true",
        "falll,fall,true",
        "fell,fall,true",
        "aflls,falls,true",
        "flal,fall,true",
        "fall,fall,false",
        "ball game,fall,false",
        "raise_leg,raise_bed,false",
        "'',a,true",
        "ab,ba,true",
        "abc,cba,false"
    })
    void one_letter_makes_a_slip(String written, String word, boolean slip) {
        assertThat(StandardActs.isSlip(written, word)).isEqualTo(slip);
    }

    private static List<String> faults(String text) {
        return RobotCheck.faults(RobotFileReader.of("robot.yaml", text), Definitions.NONE).stream()
                .map(Fault::toString)
                .toList();
    }
}
