package dev.aizuchi.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillSpecTest {
    @Test
    void the_examples_of_a_choice_hold_what_people_say_and_no_name_on_the_wire() {
        Map<String, List<String>> languages = new LinkedHashMap<>();
        languages.put("en", List.of("英語", "えいご"));
        languages.put("韓国語", List.of("韓国語", "ハングル"));
        SkillSpec spec = SkillSpec.named("guide")
                .on(
                        "switch_language",
                        List.of("{lang}でお願いします", "{lang}わかりますか", "言葉がわかりません"),
                        turn -> Reply.say("はい。"),
                        Slot.choice("lang", new Vocabulary(languages)));
        assertThat(spec.examples())
                .flatExtracting(intent -> intent.phrases())
                .containsExactly("{lang}でお願いします", "{lang}わかりますか", "言葉がわかりません", "英語でお願いします", "韓国語わかりますか");
    }
}
