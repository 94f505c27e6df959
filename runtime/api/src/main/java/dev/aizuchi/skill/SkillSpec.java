package dev.aizuchi.skill;

import dev.aizuchi.language.Interpreter;
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
 * @param senses the percepts that it answers, by their wire names
 */
public record SkillSpec(String name, Set<Class<? extends Action>> needs, List<Intent> intents, List<Sense> senses) {
    public SkillSpec {
        needs = Set.copyOf(needs);
        intents = List.copyOf(intents);
        senses = List.copyOf(senses);
        long distinct = intents.stream().map(Intent::name).distinct().count();
        if (distinct != intents.size()) {
            throw new IllegalArgumentException("skill " + name + " declares an intent twice");
        }
    }

    /**
     * One thing that a person may mean: example sentences, the function that answers, and the values it looks for.
     *
     * @param role what it is to what else is said
     * @param offers questions by which the robot asks whether this is meant, one in each language that has one; without
     *     one it quotes a phrase
     */
    public record Intent(
            String name,
            List<String> phrases,
            Function<Turn, Reply> answer,
            List<Slot<?>> slots,
            Role role,
            List<String> offers) {
        /** What an intent is to what else is said. */
        public enum Role {
            /** Something of its own. */
            OWN,
            /** It takes back what was wished for before: the pressed nurse call was a mistake. */
            TAKES_BACK,
            /** It also takes what is told of anything else and wishes for nothing. */
            REMARK
        }

        public Intent {
            offers = List.copyOf(offers);
            phrases = List.copyOf(phrases);
            slots = List.copyOf(slots);
            if (phrases.isEmpty()) {
                throw new IllegalArgumentException("intent " + name + " has no phrases");
            }
        }

        /** Name one that is something of its own. */
        public Intent(String name, List<String> phrases, Function<Turn, Reply> answer, List<Slot<?>> slots) {
            this(name, phrases, answer, slots, Role.OWN, List.of());
        }

        /**
         * Give the phrases, and each with a hole once more with a word of the slot in it, each time another: what is
         * asked for has a meaning too, and a hole has none.
         */
        List<String> examples() {
            List<String> examples = new ArrayList<>(phrases);
            for (Slot<?> slot : slots) {
                if (slot.kind() instanceof Slot.Kind.Choice choice) {
                    String hole = "{" + slot.name() + "}";
                    // A value may be a name on the wire, which nobody says: ja_easy.
                    List<String> words = choice.vocabulary().wordsByValue().values().stream()
                            .flatMap(names -> names.stream().limit(1))
                            .toList();
                    List<String> open = phrases.stream()
                            .filter(phrase -> phrase.contains(hole))
                            .toList();
                    for (int i = 0; i < open.size() && !words.isEmpty(); i++) {
                        examples.add(open.get(i).replace(hole, words.get(i % words.size())));
                    }
                }
            }
            return examples;
        }

        /** Give the same with other phrases and another answer. */
        public Intent with(List<String> others, Function<Turn, Reply> other) {
            return new Intent(name, others, other, slots, role, offers);
        }

        private Intent offered(Texts texts) {
            String key = "offer." + plainName(name);
            return new Intent(name, phrases, answer, slots, role, texts.sayInEach(key));
        }

        /**
         * Give an intent's name without what stands before a slash: {@code disaster/guide_to_place} is told apart from
         * another skill's {@code guide_to_place} by it, and means the same.
         */
        public static String plainName(String intent) {
            return intent.substring(intent.indexOf('/') + 1);
        }
    }

    /** A kind of percept, by its wire name, and the function that answers it; an empty reply leaves it be. */
    public record Sense(String percept, Function<Perceived, Reply> answer) {}

    /** Begin a declaration. */
    public static SkillSpec named(String name) {
        return new SkillSpec(name, Set.of(), List.of(), List.of());
    }

    /** Add the kinds of act that the skill may ask for. */
    @SafeVarargs
    public final SkillSpec needs(Class<? extends Action>... kinds) {
        Set<Class<? extends Action>> all = new HashSet<>(needs);
        for (Class<? extends Action> kind : kinds) {
            all.add(kind);
        }
        return new SkillSpec(name, all, intents, senses);
    }

    /** Add an intent; its name is unique among all loaded skills, the slots are looked for in what is said. */
    public SkillSpec on(String intent, List<String> phrases, Function<Turn, Reply> answer, Slot<?>... slots) {
        return with(new Intent(intent, phrases, answer, List.of(slots)));
    }

    /** Add an intent whose phrases stand in the skill's {@link Phrases} under the intent's name. */
    public SkillSpec on(String intent, Phrases phrases, Function<Turn, Reply> answer, Slot<?>... slots) {
        return on(intent, phrases.of(intent), answer, slots);
    }

    /** Add an intent that takes back what was wished for before: a call for help that is urgent comes all the same. */
    public SkillSpec onTakingBack(String intent, Phrases phrases, Function<Turn, Reply> answer, Slot<?>... slots) {
        return onTakingBack(intent, phrases.of(intent), answer, slots);
    }

    /** Add an intent that takes back what was wished for before, by example sentences. */
    public SkillSpec onTakingBack(String intent, List<String> phrases, Function<Turn, Reply> answer, Slot<?>... slots) {
        return with(new Intent(intent, phrases, answer, List.of(slots), Intent.Role.TAKES_BACK, List.of()));
    }

    /** Add an intent that takes whatever is told and wishes for nothing, beside what its phrases say. */
    public SkillSpec onRemark(String intent, Phrases phrases, Function<Turn, Reply> answer) {
        return with(new Intent(intent, phrases.of(intent), answer, List.of(), Intent.Role.REMARK, List.of()));
    }

    private SkillSpec with(Intent intent) {
        List<Intent> more = new ArrayList<>(intents);
        more.add(intent);
        return new SkillSpec(name, needs, more, senses);
    }

    /**
     * Say of the intents so far how the robot asks whether one is meant, by the sentences {@code offer.INTENT}:
     * 「毛布をお持ちしましょうか。」 is asked where it is not clear. Without one a phrase is quoted.
     */
    public SkillSpec offered(Texts texts) {
        return new SkillSpec(
                name, needs, intents.stream().map(each -> each.offered(texts)).toList(), senses);
    }

    /** Give the intents as an interpreter learns them. */
    public List<Interpreter.Intent> examples() {
        return intents.stream()
                .map(intent -> new Interpreter.Intent(intent.name(), intent.examples()))
                .toList();
    }

    /** Answer a kind of percept, named as on the wire: {@code fall}, {@code gas}. */
    public SkillSpec perceives(String percept, Function<Perceived, Reply> answer) {
        List<Sense> more = new ArrayList<>(senses);
        more.add(new Sense(percept, answer));
        return new SkillSpec(name, needs, intents, more);
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
