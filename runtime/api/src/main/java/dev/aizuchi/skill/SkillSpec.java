package dev.aizuchi.skill;

import dev.aizuchi.robot.Action;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Declare what a skill answers to.
 *
 * @param name unique among the loaded skills, in snake case
 * @param needs the kinds of act that it may ask for; any other is refused
 * @param intents what it understands
 */
public record SkillSpec(String name, Set<Class<? extends Action>> needs, List<Intent> intents) {
    public SkillSpec {
        needs = Set.copyOf(needs);
        intents = List.copyOf(intents);
        long distinct = intents.stream().map(Intent::name).distinct().count();
        if (distinct != intents.size()) {
            throw new IllegalArgumentException("skill " + name + " declares an intent twice");
        }
    }

    /** One thing that a person may mean: example sentences, and the function that answers. */
    public record Intent(String name, List<String> phrases, Function<Turn, Reply> answer) {
        public Intent {
            phrases = List.copyOf(phrases);
            if (phrases.isEmpty()) {
                throw new IllegalArgumentException("intent " + name + " has no phrases");
            }
        }
    }

    /** Begin a declaration. */
    public static SkillSpec named(String name) {
        return new SkillSpec(name, Set.of(), List.of());
    }

    /** Add the kinds of act that the skill may ask for. */
    @SafeVarargs
    public final SkillSpec needs(Class<? extends Action>... kinds) {
        Set<Class<? extends Action>> all = new HashSet<>(needs);
        for (Class<? extends Action> kind : kinds) {
            all.add(kind);
        }
        return new SkillSpec(name, all, intents);
    }

    /** Add an intent; its name is unique among all loaded skills. */
    public SkillSpec on(String intent, List<String> phrases, Function<Turn, Reply> answer) {
        List<Intent> more = new ArrayList<>(intents);
        more.add(new Intent(intent, phrases, answer));
        return new SkillSpec(name, needs, more);
    }

    /** Add an intent whose phrases stand in the skill's {@link Phrases} under the intent's name. */
    public SkillSpec on(String intent, Phrases phrases, Function<Turn, Reply> answer) {
        return on(intent, phrases.of(intent), answer);
    }

    /** Add an intent named after the skill, by one example. */
    public SkillSpec on(String phrase, Function<Turn, Reply> answer) {
        return on(name, List.of(phrase), answer);
    }

    /** Add an intent named after the skill, by two examples. */
    public SkillSpec on(String first, String second, Function<Turn, Reply> answer) {
        return on(name, List.of(first, second), answer);
    }

    /** Add an intent named after the skill, by three examples. */
    public SkillSpec on(String first, String second, String third, Function<Turn, Reply> answer) {
        return on(name, List.of(first, second, third), answer);
    }
}
