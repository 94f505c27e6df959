package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import java.util.Optional;

/**
 * Tell whether what a skill asks for may begin: by its declaration, by the gate, and by what the robot is at. Lives on
 * the dialogue thread.
 */
final class Permission {
    private static final String BUSY = "busy";

    private final SafetyGate gate;
    private final Scripts scripts;

    Permission(SafetyGate gate, Scripts scripts) {
        this.gate = gate;
        this.scripts = scripts;
    }

    /** Give why an act may not begin now, if it may not. */
    Optional<Verdict.Refused> refusal(Skills.Answer answer, Action action) {
        if (!answer.declares(action)) {
            return Optional.of(gate.refused("not-needed-by-skill"));
        }
        if (gate.judge(action, false) instanceof Verdict.Refused refused) {
            return Optional.of(refused);
        }
        boolean busy = gate.moves(action) && scripts.moving().isPresent();
        return busy ? Optional.of(gate.refused(BUSY)) : Optional.empty();
    }

    /** Tell whether that is only because of another motion. */
    static boolean isBusy(Verdict.Refused refusal) {
        return refusal.rule().equals(BUSY);
    }

    /** Tell whether an act would have to be confirmed first. */
    boolean needsYes(Action action) {
        return gate.judge(action, false) instanceof Verdict.NeedsConfirmation;
    }

    /** Give the first act of a reply for which that is so. */
    Optional<Action> firstToConfirm(Reply reply) {
        return reply.steps().stream()
                .filter(step -> step instanceof Step.Do todo && needsYes(todo.action()))
                .map(step -> ((Step.Do) step).action())
                .findFirst();
    }

    /** Tell whether the robot has such an act at all, and would do it now. */
    boolean isAble(Action action) {
        return !(gate.judge(action, true) instanceof Verdict.Refused);
    }

    /** Tell whether a reply would move the robot. */
    boolean moves(Reply reply) {
        return reply.actionsNow().anyMatch(gate::moves);
    }
}
