package dev.aizuchi.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Turn;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PolicySkillTest {
    private final SkillSpec spec = new PolicySkill().spec();

    @Test
    void every_intent_has_enough_examples_in_both_languages() {
        assertThat(spec.intents()).allSatisfy(intent -> {
            long english = intent.phrases().stream()
                    .filter(phrase -> phrase.matches("\\p{ASCII}*"))
                    .count();
            assertThat(english).as(intent.name()).isGreaterThanOrEqualTo(10);
            assertThat(intent.phrases().size() - english).as(intent.name()).isGreaterThanOrEqualTo(12);
        });
    }

    @Test
    void answers_in_the_language_of_the_turn() {
        assertThat(spec.intents()).allSatisfy(intent -> {
            assertThat(said(intent, "en")).as(intent.name()).matches("\\p{ASCII}+");
            assertThat(said(intent, Turn.JAPANESE)).as(intent.name()).matches("(?s).*\\p{IsHiragana}.*");
        });
    }

    @Test
    void the_staff_read_of_a_wish_to_die_in_japanese_whatever_was_spoken() {
        assertThat(reply(intent("self_harm"), "en").actions())
                .containsExactly(new CallHuman("staff", new Place("101号室"), "至急、つらい気持ちの訴え", true));
    }

    private SkillSpec.Intent intent(String name) {
        return spec.intents().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String said(SkillSpec.Intent intent, String language) {
        return reply(intent, language).steps().stream()
                .map(step -> step instanceof Reply.Step.Say say ? say.text() : "")
                .reduce("", String::concat)
                .concat(reply(intent, language).steps().stream()
                        .map(step -> step instanceof Reply.Step.Refuse refuse ? refuse.reason() : "")
                        .reduce("", String::concat));
    }

    private static Reply reply(SkillSpec.Intent intent, String language) {
        return intent.answer()
                .apply(new Turn(
                        "",
                        intent.name(),
                        Map.of(),
                        Map.of(),
                        new Place("101号室"),
                        "",
                        ZonedDateTime.parse("2026-11-25T12:00:00+09:00[Asia/Tokyo]"),
                        language));
    }
}
