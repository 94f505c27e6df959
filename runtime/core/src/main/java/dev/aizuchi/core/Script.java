package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import dev.aizuchi.skill.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hold a reply on its way: what of it is still to come, and what it is at. Lives on the dialogue thread. */
final class Script {
    final Skills.Answer answer;
    final Turn about;
    /** Whether anything of it moves the robot, in any answer to a question of it. */
    final boolean moves;

    final Deque<Step> steps;
    final Set<Action> confirmed = new HashSet<>();
    /** Told of the outcome of each of its acts; by it they are known. */
    final Consumer<Outcome> ended;

    @Nullable
    Question question;

    /** What was begun last. */
    @Nullable
    Action current;

    /** The turn that set it going: the one that asked for it or, later, said yes to it. */
    long turn;

    Script(
            Skills.Answer answer,
            Turn about,
            boolean moves,
            List<Step> steps,
            long turn,
            BiConsumer<Script, Outcome> ended) {
        this.answer = answer;
        this.about = about;
        this.moves = moves;
        this.steps = new ArrayDeque<>(steps);
        this.turn = turn;
        this.ended = outcome -> ended.accept(this, outcome);
    }

    /** Go on with one branch of a question first. */
    void branch(List<Step> branch) {
        for (int i = branch.size() - 1; i >= 0; i--) {
            steps.addFirst(branch.get(i));
        }
    }

    /** Say something behind all that it promises, and once. */
    void admit(String sentence) {
        Step admission = new Step.Say(sentence, false);
        if (!steps.contains(admission)) {
            steps.addLast(admission);
        }
    }

    /**
     * Take of what is said once the acts are done that which may be said while they are.
     *
     * @param before gives the first part of a text
     */
    Optional<String> takeFirstWords(Function<String, Optional<String>> before) {
        List<Step> left = new ArrayList<>(steps);
        int acts = (int) left.stream().takeWhile(Step.Do.class::isInstance).count();
        if (acts == left.size() || !(left.get(acts) instanceof Step.Say say)) {
            return Optional.empty();
        }
        Optional<String> first = before.apply(say.text());
        first.ifPresent(words -> {
            left.set(acts, new Step.Say(say.text().substring(words.length()), say.smallTalk()));
            steps.clear();
            steps.addAll(left);
        });
        return first;
    }

    /** Give what is not done, from the act that is under way. */
    Reply rest() {
        List<Step> rest = new ArrayList<>(steps);
        if (current != null) {
            rest.add(0, new Step.Do(current));
        }
        return new Reply(rest);
    }
}
