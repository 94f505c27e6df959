package dev.aizuchi.app;

import dev.aizuchi.skill.Skill;
import java.util.List;

/** List the skills' example sentences that have no {holes}. */
final class SkillPhrases {
    private SkillPhrases() {}

    static List<String> of(List<Skill> skills) {
        return skills.stream()
                .flatMap(skill -> skill.spec().intents().stream())
                .flatMap(intent -> intent.phrases().stream())
                .filter(phrase -> !phrase.contains("{"))
                .toList();
    }
}
