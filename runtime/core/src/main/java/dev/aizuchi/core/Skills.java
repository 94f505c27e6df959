package dev.aizuchi.core;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.SkillSpec.Intent.Role;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hold the loaded skills by their intents, and have them answer. One that hangs, or fails too often, is unloaded; the
 * others live. Lives on the dialogue thread.
 */
final class Skills implements AutoCloseable {
    private static final int MOST_FAILURES = 3;

    /** One intent and the skill that answers it. */
    record Answer(SkillSpec skill, SkillSpec.Intent intent) {
        boolean declares(Action action) {
            return skill.needs().contains(action.getClass());
        }
    }

    /** One kind of percept and the skill that answers it. */
    record Sensing(SkillSpec skill, SkillSpec.Sense sense) {
        /** Give the skill's answer as if it were one to an utterance: the gate asks what the skill may do. */
        Answer answer() {
            String kind = sense.percept();
            return new Answer(skill, new SkillSpec.Intent(kind, List.of(kind), turn -> Reply.nothing(), List.of()));
        }
    }

    /** Of nobody's phrases: what others have the robot ask. */
    private final Map<String, Answer> lent = new HashMap<>();

    private final List<Sensing> sensing = new ArrayList<>();
    private final Map<String, Answer> byIntent = new LinkedHashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Set<String> unloaded = new HashSet<>();
    private final BiConsumer<String, String> faults;
    private final SkillThread thread;

    /**
     * Take what the skills {@link #declared}.
     *
     * @param faults told the part and what is wrong with it
     */
    Skills(List<SkillSpec> declared, BiConsumer<String, String> faults, SkillThread thread) {
        this.faults = faults;
        this.thread = thread;
        load(declared);
    }

    /**
     * Read what skills declare.
     *
     * @throws IllegalArgumentException when two skills declare one intent; the message names both
     */
    static List<SkillSpec> declared(List<? extends Skill> skills) {
        List<SkillSpec> specs = skills.stream().map(Skill::spec).toList();
        Map<String, SkillSpec> owners = new HashMap<>();
        for (SkillSpec spec : specs) {
            for (SkillSpec.Intent intent : spec.intents()) {
                SkillSpec other = owners.putIfAbsent(intent.name(), spec);
                if (other != null) {
                    throw new IllegalArgumentException("skills " + other.name() + " and " + spec.name()
                            + " both declare the intent " + intent.name() + ": remove one from the agent");
                }
            }
        }
        return specs;
    }

    /** Give what is to be understood where these are loaded. */
    static List<Interpreter.Intent> intents(List<SkillSpec> specs) {
        return specs.stream().flatMap(spec -> spec.examples().stream()).toList();
    }

    /** Load these and no others. What an unloaded one was asked before stays known, since it may still be spoken of. */
    void exchange(List<SkillSpec> specs) {
        byIntent.values().forEach(answer -> unloaded.add(answer.skill.name()));
        sensing.clear();
        load(specs);
    }

    private void load(List<SkillSpec> specs) {
        for (SkillSpec spec : specs) {
            unloaded.remove(spec.name());
            failures.remove(spec.name());
            spec.senses().forEach(sense -> sensing.add(new Sensing(spec, sense)));
            spec.intents().forEach(intent -> byIntent.put(intent.name(), new Answer(spec, intent)));
        }
    }

    /** Know an intent that nobody can speak of, so that its slots can be asked for. */
    void lend(Answer answer) {
        lent.put(answer.intent.name(), answer);
    }

    Optional<Answer> find(String intent) {
        return Optional.ofNullable(known(intent)).filter(answer -> !isUnloaded(answer.skill));
    }

    private @Nullable Answer known(String intent) {
        return byIntent.getOrDefault(intent, lent.get(intent));
    }

    /** Name the intents in the order of loading. */
    Stream<String> intents() {
        return byIntent.entrySet().stream()
                .filter(each -> !isUnloaded(each.getValue().skill))
                .map(Map.Entry::getKey);
    }

    /** Name the intent that takes what is told and wishes for nothing, where one is loaded. */
    Optional<String> remarks() {
        return intents()
                .filter(name ->
                        find(name).stream().anyMatch(answer -> answer.intent().role() == Role.REMARK))
                .findFirst();
    }

    /** Give the slots of an intent; none where no loaded skill has it. */
    Stream<Slot<?>> slots(String intent) {
        return find(intent).stream().flatMap(answer -> answer.intent().slots().stream());
    }

    /** Give the example sentences of an intent; none where no loaded skill has it. */
    Stream<String> phrases(String intent) {
        return find(intent).stream().flatMap(answer -> answer.intent().phrases().stream());
    }

    /** Give the questions by which the robot asks whether an intent is meant, one a language. */
    Stream<String> offers(String intent) {
        return find(intent).stream().flatMap(answer -> answer.intent().offers().stream());
    }

    /** Give who answers a wish that was understood, even if it has been unloaded since. */
    Answer answer(Wish wish) {
        return Objects.requireNonNull(known(wish.intent()), wish.intent());
    }

    /** Have a skill answer a turn; nothing when it fails, which is told as a fault. */
    Optional<Reply> reply(Answer answer, Turn turn) {
        Callable<Reply> task = () -> answer.intent().answer().apply(turn);
        return attempt(answer.skill, "intent " + turn.intent(), task, true);
    }

    /** See what a skill would answer; a failure is told once the skill is asked in earnest. */
    Optional<Reply> weighed(Answer answer, Turn turn) {
        Callable<Reply> task = () -> answer.intent().answer().apply(turn);
        return attempt(answer.skill, "intent " + turn.intent(), task, false);
    }

    /** Have a skill answer a percept; nothing when it fails, which is told as a fault. */
    Optional<Reply> reply(Sensing sensing, Perceived perceived) {
        Callable<Reply> task = () -> sensing.sense.answer().apply(perceived);
        return attempt(sensing.skill, "percept " + perceived.percept().kind(), task, true);
    }

    private Optional<Reply> attempt(SkillSpec skill, String what, Callable<Reply> task, boolean inEarnest) {
        if (isUnloaded(skill)) {
            return Optional.empty();
        }
        try {
            return Optional.of(thread.call(task, inEarnest));
        } catch (CancellationException e) {
            // The robot was stopped: nobody waits for the answer any more, and nothing shall come of it.
            return Optional.of(Reply.nothing());
        } catch (TimeoutException e) {
            unload(skill, what + " gave no answer in time");
        } catch (ExecutionException e) {
            // Only the class: the message may quote the person.
            String why = what + " failed with "
                    + Objects.requireNonNullElse(e.getCause(), e).getClass().getName();
            if (inEarnest && failures.merge(skill.name(), 1, Integer::sum) >= MOST_FAILURES) {
                unload(skill, why);
            } else if (inEarnest) {
                faults.accept("skill " + skill.name(), why);
            }
        }
        return Optional.empty();
    }

    private void unload(SkillSpec skill, String why) {
        unloaded.add(skill.name());
        faults.accept("skill " + skill.name(), why + "; the skill is unloaded until the next start");
    }

    private boolean isUnloaded(SkillSpec skill) {
        return unloaded.contains(skill.name());
    }

    /** Give those that answer a kind of percept, in the order of loading. */
    List<Sensing> sensing(String percept) {
        return sensing.stream()
                .filter(each -> each.sense.percept().equals(percept) && !isUnloaded(each.skill))
                .toList();
    }

    /** Wait for no skill's answer, until {@link #heed}; from any thread. */
    void abandon() {
        thread.abandon();
    }

    /** Wait for answers again. */
    void heed() {
        thread.heed();
    }

    @Override
    public void close() {
        thread.close();
    }
}
