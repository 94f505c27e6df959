package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.Passage;
import dev.aizuchi.language.Retriever;
import dev.aizuchi.robot.Action.Display;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAnswersTest {
    private static final RobotProfile MUTE = new RobotProfile("r", List.of(), 0.1, Duration.ofSeconds(1));
    private static final RobotProfile SHOWING = new RobotProfile(
            "r",
            List.of(new Capability("display", Effect.NONE, false, List.of(new Capability.Limit.AnyText("text", 400)))),
            0.1,
            Duration.ofSeconds(1));

    @Test
    void names_the_source_and_shows_the_whole() {
        Reply reply = answers("面会は午後8時までです。", 0.6, SHOWING)
                .to("面会は何時までですか")
                .orElseThrow()
                .reply();
        assertThat(reply.steps())
                .containsExactly(
                        new Step.Say("館内案内によりますと、面会は午後8時までです。", false),
                        new Step.Do(new Display("面会は午後8時までです。（館内案内 面会、2026-04-01）")));
    }

    @Test
    void quotes_what_is_not_polite() {
        Reply reply =
                answers("面会は午後8時まで", 0.6, MUTE).to("面会は何時までですか").orElseThrow().reply();
        assertThat(reply.steps()).containsExactly(new Step.Say("館内案内には、「面会は午後8時まで」とあります。", false));
    }

    @Test
    void says_nothing_of_what_is_not_near_enough() {
        assertThat(answers("面会は午後8時までです。", 0.2, MUTE).to("天気はどうですか")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"面会に来た", "電気をつけて", "うん", ""})
    void answers_questions_alone(String text) {
        assertThat(answers("面会は午後8時までです。", 0.9, MUTE).to(text)).isEmpty();
    }

    private static SiteAnswers answers(String text, double score, RobotProfile profile) {
        Retriever documents = new Retriever() {
            @Override
            public List<Passage> find(String question, int most) {
                return List.of(new Passage(text, "館内案内", "面会", "2026-04-01", score));
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        return new SiteAnswers(documents, profile, new Sentences("職員"));
    }
}
