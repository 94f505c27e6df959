package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SoundsTest {
    private static final Skill GREETS =
            () -> SkillSpec.named("greets").on("greets", List.of("お元気でいらっしゃいますか"), turn -> Reply.say("はい。"));

    private static final String SCENARIO = """
            name: greets in noise
            NOISE
            turns:
              - user: お元気でいらっしゃいますか
              - user: 止まって
                expect: [{ stopped: word }]
            """;

    @Test
    void a_sentence_is_misheard_in_noise_by_the_seed_and_a_stop_word_is_not() {
        assertThat(heard("noise: { kind: babble, snr-db: 0 }")).hasSizeGreaterThan(3);
        assertThat(heard("noise: { kind: babble, snr-db: 0 }")).isEqualTo(heard("noise: { kind: babble, snr-db: 0 }"));
        assertThat(heard("tags: [quiet]")).containsExactly("heard 「お元気でいらっしゃいますか」");
    }

    @Test
    void a_noise_that_there_is_not_is_told_with_its_place() {
        assertThatThrownBy(
                        () -> Scenarios.parse(SCENARIO.replace("NOISE", "noise: { kind: wind, snr-db: 3 }"), "x.yaml"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("x.yaml:2:")
                .hasMessageContaining("no noise wind");
    }

    /** Give the different ways in which the first sentence is heard. */
    private static List<String> heard(String noise) {
        Scenario scenario =
                Scenarios.parse(SCENARIO.replace("NOISE", noise), "x.yaml").get(0);
        return LongStream.range(0, 12)
                .mapToObj(seed -> Scenarios.play(scenario, Cast.of(List.of(GREETS), PhraseInterpreter::of), seed))
                .peek(played -> assertThat(played.failure()).isEmpty())
                .map(played -> played.course().moments().get(0).text())
                .distinct()
                .toList();
    }
}
