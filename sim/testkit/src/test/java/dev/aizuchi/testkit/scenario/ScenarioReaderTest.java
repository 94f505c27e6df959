package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        assertThat(scenario.steps().get(0).expectations())
                .extracting(Object::toString)
                .containsExactly("commanded: navigate with {place=給湯室}", "nothing: refused");
        assertThat(scenario.steps().get(0).within()).isEqualTo(Duration.ofSeconds(60));
        assertThat(scenario.steps().get(1).stimulus()).isEqualTo(new Stimulus.Stop("button"));
    }

    @Test
    void a_sensor_says_numbers_words_and_yes_or_no() {
        Scenario scenario = read("""
                name: x
                turns:
                  - sense: { kind: gas, lel_percent: 12, place: A区画, alarm: true }
                  - sense: { kind: link, up: false }
                """);
        assertThat(scenario.steps())
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
            turns: [{ usr: お水 }]                                | some.yaml:2:11: unknown key usr
            turns: [{ user: お水, expect: [{ sya: はい }] }]      | some.yaml:2:32: unknown key sya
            turns: [{ user: お水, expect: [{ nothing: comanded }] }] | nothing: comanded is no kind
            turns: [{ user: お水, expect: [{ because: x }] }]     | expect exactly one thing
            turns: [{ user: お水, stop: x }]                      | one of user, stop, fault, sense
            turns: [{ sense: { lel_percent: 12 } }]               | some.yaml:2:11: a percept needs a "kind"
            turns: [{ sense: { kind: battery, chrage: 0.1 } }]    | needs a "charge" from 0 to 1
            turns: [{ sense: { kind: link, up: maybe } }]         | needs "up", true or false
            turns: [{ sense: { kind: gas, LEL: 12 } }]            | not an argument name in snake case: LEL
            turns: [{ user: お水, within: 2s }]                   | 2s is no duration
            turns: [{ fault: { bateri: 0 } }]                     | unknown key bateri
            robot: { battery: 80 }                                | battery must be from 0 to 1
            """)
    void names_the_place_of_a_mistake(String part, String message) {
        String yaml = "name: x\n" + part + "\n" + (part.startsWith("turns") ? "" : "turns: []\n");
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("some.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void says_when_a_file_is_no_yaml() {
        assertThatThrownBy(() -> read("name: ["))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("not YAML");
    }

    private static Scenario read(String yaml) {
        return ScenarioReader.read(yaml, "some.yaml");
    }
}
