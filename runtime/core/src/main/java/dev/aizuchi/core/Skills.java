package dev.aizuchi.core;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Turn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hold the loaded skills by their intents. */
final class Skills {

    /** One intent and the skill that answers it. */
    record Answer(SkillSpec skill, SkillSpec.Intent intent) {
        Reply to(Turn turn) {
            return intent.answer().apply(turn);
        }

        boolean declares(Action action) {
            return skill.needs().contains(action.getClass());
        }
    }

    private final Map<String, Answer> byIntent = new LinkedHashMap<>();

    /**
     * Take the skills' declarations.
     *
     * @throws IllegalArgumentException when two skills declare one intent; the message names both
     */
    Skills(List<Skill> skills) {
        for (Skill skill : skills) {
            SkillSpec spec = skill.spec();
            for (SkillSpec.Intent intent : spec.intents()) {
                Answer other = byIntent.putIfAbsent(intent.name(), new Answer(spec, intent));
                if (other != null) {
                    throw new IllegalArgumentException("skills " + other.skill.name() + " and " + spec.name()
                            + " both declare the intent " + intent.name() + ": remove one from the agent");
                }
            }
        }
    }

    Optional<Answer> find(String intent) {
        return Optional.ofNullable(byIntent.get(intent));
    }

    List<Interpreter.Intent> intents() {
        return byIntent.values().stream()
                .map(answer -> new Interpreter.Intent(
                        answer.intent().name(), answer.intent().phrases()))
                .toList();
    }
}
