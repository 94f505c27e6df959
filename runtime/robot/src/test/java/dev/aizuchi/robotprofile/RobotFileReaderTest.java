package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Datum;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static List<String> faults(String text) {
        return RobotCheck.faults(RobotFileReader.of("robot.yaml", text), Definitions.NONE).stream()
                .map(Fault::toString)
                .toList();
    }
}
