package dev.aizuchi.core;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Turn;
import java.util.ArrayList;
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

    /** One kind of percept and the skill that answers it. */
    record Sensing(SkillSpec skill, SkillSpec.Sense sense) {
        Reply to(Perceived perceived) {
            return sense.answer().apply(perceived);
        }

        /** Give the skill's answer as if it were one to an utterance: the gate asks what the skill may do. */
        Answer answer() {
            String kind = sense.percept();
            return new Answer(skill, new SkillSpec.Intent(kind, List.of(kind), turn -> Reply.nothing(), List.of()));
        }
    }

    private final List<Sensing> sensing = new ArrayList<>();
    private final Map<String, Answer> byIntent = new LinkedHashMap<>();

    /**
     * Take the skills' declarations.
     *
     * @throws IllegalArgumentException when two skills declare one intent; the message names both
     */
    Skills(List<Skill> skills) {
        for (Skill skill : skills) {
            SkillSpec spec = skill.spec();
            spec.senses().forEach(sense -> sensing.add(new Sensing(spec, sense)));
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

    /** Give those that answer a kind of percept, in the order of loading. */
    List<Sensing> sensing(String percept) {
        return sensing.stream()
                .filter(each -> each.sense.percept().equals(percept))
                .toList();
    }

    List<Interpreter.Intent> intents() {
        return byIntent.values().stream()
                .map(answer -> new Interpreter.Intent(
                        answer.intent().name(), answer.intent().phrases()))
                .toList();
    }
}
