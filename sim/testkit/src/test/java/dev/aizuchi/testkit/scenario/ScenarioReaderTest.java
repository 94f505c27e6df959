package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.testkit.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {

    @Test
    void reads_turns_with_what_they_expect() {
        Scenario scenario = read("""
                # Why it exists.
                name: fetches water
                robot: { battery: 0.5 }
                speaker: 102号室
                turns:
                  - user: お水
                    expect:
                      - commanded: navigate
                        with: { place: 給湯室 }
                      - nothing: refused
                    within: PT60S
                  - after: PT2S
                    stop: button
                """);
        assertThat(scenario.setup().speaker()).isEqualTo("102号室");
        assertThat(scenario.setup().battery()).isEqualTo(0.5);
        assertThat(scenario.script().steps().get(0).expectations())
                .extracting(Object::toString)
                .containsExactly("commanded: navigate with {place=給湯室}", "nothing: refused");
        assertThat(scenario.script().steps().get(0).within()).isEqualTo(Duration.ofSeconds(60));
        assertThat(scenario.script().steps().get(1).stimulus()).isEqualTo(new Stimulus.Stop("button"));
    }

    @Test
    void a_sensor_says_numbers_words_and_yes_or_no() {
        Scenario scenario = read("""
                name: x
                turns:
                  - sense: { kind: gas, lel_percent: 12, place: A区画, alarm: true }
                  - sense: { kind: link, up: false }
                """);
        assertThat(scenario.script().steps())
                .extracting(Step::stimulus)
                .containsExactly(
                        new Stimulus.Sense(new Percept.Own(
                                "gas",
                                List.of(
                                        new Argument.Measure("lel_percent", 12),
                                        new Argument.Text("place", "A区画"),
                                        new Argument.Flag("alarm", true)))),
                        new Stimulus.Sense(new Percept.Link(false)));
    }

    /** A misspelt key would make an expectation that can never fail. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            turns: [{ usr: お水 }]                                | some.yaml:2:11: unknown key usr; did you mean user?
            turns: [{ user: お水, expect: [{ sya: はい }] }]      | some.yaml:2:32: unknown key sya
            turns: [{ user: お水, expect: [{ nothing: comanded }] }] | nothing: there is no comanded; did you mean commanded?
            turns: [{ user: お水, expect: [{ because: x }] }]     | expect exactly one thing
            turns: [{ user: お水, expect: [{ commanded: navigat }] }] | the floor has no robot that can navigat; did you mean navigate?
            turns: [{ user: お水, expect: [{ say: x, with: { item: 水 } }] }] | say has nothing that with could name
            turns: [{ user: お水, expect: [{ completed: dock, because: x }] }] | only what failed or was refused has a because
            turns: [{ user: お水, stop: x }]                      | one turn has one of user, at-once, stop, fault, sense, happens, not user and stop
            turns: [{ sense: { lel_percent: 12 } }]               | some.yaml:2:11: a percept needs a "kind"
            turns: [{ sense: { kind: battery, chrage: 0.1 } }]    | needs a "charge" from 0 to 1
            turns: [{ sense: { kind: link, up: maybe } }]         | needs "up", true or false
            turns: [{ sense: { kind: gas, LEL: 12 } }]            | not an argument name in snake case: LEL
            turns: [{ user: お水, within: 2s }]                   | 2s is no duration
            turns: [{ fault: { bateri: 0 } }]                     | unknown key bateri
            robot: { battery: 80 }                                | battery must be from 0 to 1
            robot: { place: 給油室 }                               | some.yaml:2:10: the floor has no place 給油室; did you mean 給湯室?
            world: { floor: castle }                              | the simulator comes with no floor castle
            waived: { honest-claim: x }                           | unknown key honest-claim; did you mean honest-claims?
            turns: [{ fault: { robot: stuck_weel } }]             | has no fault stuck_weel; did you mean stuck_wheel?
            turns: [{ fault: { language-model: out-of-memory } }] | there is no language model; say at the top
            turns: [{ happens: { falls: [佐東] } }]                | the floor has no person 佐東
            turns: [{ user: お水, expect: [{ say: x, count: -1 }] }] | count must be 0 or more
            turns: [{ user: [お水] }]                             | user must be a text, but is a list
            finally: { items: { 水: { with: 佐藤, at: 給油室, on: x } } } | unknown key on
            """)
    void names_the_place_of_a_mistake(String part, String message) {
        String yaml = "name: x\n" + part + "\n" + (part.startsWith("turns") ? "" : "turns: []\n");
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("some.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void tells_all_that_is_wrong_in_a_file_and_not_the_first_alone() {
        assertThatThrownBy(() -> read("""
                nam: x
                speaker: 庭
                turns:
                  - user: お水
                    within: 2s
                  - user: お水
                    expect:
                      - sya: はい
                """))
                .hasMessageContainingAll(
                        "some.yaml:1:1: unknown key nam; did you mean name?",
                        "some.yaml:1:1: name is missing",
                        "some.yaml:2:1: the floor has no place 庭",
                        "some.yaml:5:5: 2s is no duration",
                        "some.yaml:8:9: unknown key sya; did you mean say?");
    }

    @Test
    void makes_a_scenario_of_each_row_of_the_table() {
        List<Scenario> scenarios = ScenarioReader.read("""
                name: brings {thing} at {charge}
                examples:
                  - { thing: お水, charge: 0.5 }
                  - { thing: お茶, charge: 0.7 }
                robot: { battery: "{charge}" }
                turns:
                  - user: "{thing}をください"
                    expect:
                      - say: "{thing}"
                """, "some.yaml");
        assertThat(scenarios)
                .extracting(Scenario::name)
                .containsExactly("brings お水 at 0.5 (row 1)", "brings お茶 at 0.7 (row 2)");
        assertThat(scenarios).extracting(scenario -> scenario.setup().battery()).containsExactly(0.5, 0.7);
        assertThat(scenarios.get(1).script().steps().get(0).stimulus())
                .isEqualTo(new Stimulus.Speech(List.of(Utterance.of("お茶をください"))));
    }

    @Test
    void a_hole_without_a_column_and_a_column_without_a_hole_are_wrong() {
        assertThatThrownBy(() -> read("""
                name: x
                examples:
                  - { thing: お水, idle: 1 }
                turns:
                  - user: "{thin}をください"
                """))
                .hasMessageContainingAll(
                        "some.yaml:5:5: no column thin in the examples; did you mean thing?",
                        "some.yaml:3:7: nothing uses {thing}",
                        "nothing uses {idle}");
    }

    @Test
    void steps_and_setup_of_other_files_are_put_in(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ward.part.yaml"), """
                speaker: 102号室
                robot: { battery: 0.5, place: 廊下 }
                turns:
                  - user: おはよう
                  - user: お水
                    within: 2s
                """);
        String yaml = """
                name: x
                include: ward.part.yaml
                robot: { battery: 0.9 }
                turns:
                  - include: ward.part.yaml
                  - user: ありがとう
                """;
        String file = folder.resolve("some.yaml").toString();
        assertThatThrownBy(() -> ScenarioReader.read(yaml, file))
                .hasMessage(folder.resolve("ward.part.yaml") + ":6:5: 2s is no duration; write PT2S for two seconds");
        Files.writeString(
                folder.resolve("ward.part.yaml"),
                Files.readString(folder.resolve("ward.part.yaml")).replace("2s", "PT2S"));
        Scenario scenario = ScenarioReader.read(yaml, file).get(0);
        assertThat(scenario.setup().speaker()).isEqualTo("102号室");
        assertThat(scenario.setup().robotPlace()).isEqualTo("廊下");
        assertThat(scenario.setup().battery()).isEqualTo(0.9);
        assertThat(scenario.script().steps()).hasSize(3);
    }

    @Test
    void a_part_that_is_not_there_or_includes_itself_is_named(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.part.yaml"), "include: b.part.yaml\n");
        Files.writeString(folder.resolve("b.part.yaml"), "include: a.part.yaml\n");
        assertThatThrownBy(() -> ScenarioReader.read(
                        "name: x\ninclude: [a.part.yaml, c.part.yaml]\nturns: []\n",
                        folder.resolve("some.yaml").toString()))
                .hasMessageContainingAll(
                        "b.part.yaml:1:1: a.part.yaml includes itself",
                        "some.yaml:2:24: cannot read " + folder.resolve("c.part.yaml"));
    }

    @Test
    void the_schema_describes_every_key() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Scenarios.schema());
        schema.findValues("properties")
                .forEach(properties -> properties
                        .properties()
                        .forEach(key -> assertThat(key.getValue().has("description")
                                        || key.getValue().has("$ref"))
                                .as(key.getKey())
                                .isTrue()));
        assertThat(schema.at("/$defs/expectation/properties")).hasSizeGreaterThan(15);
    }

    @Test
    void says_when_a_file_is_no_yaml() {
        assertThatThrownBy(() -> read("name: ["))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("not YAML");
    }

    @Test
    void says_when_a_file_is_no_scenario_at_all() {
        assertThatThrownBy(() -> read("- a\n- b\n"))
                .hasMessage("some.yaml:1:1: needs keys with values; it begins with" + " name: and turns:");
    }

    private static Scenario read(String yaml) {
        return ScenarioReader.read(yaml, "some.yaml").get(0);
    }
}
