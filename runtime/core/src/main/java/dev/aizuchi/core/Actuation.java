package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Hand acts to the robot: the only caller of {@link Robot#perform}. Lives on the dialogue thread.
 *
 * <p>Each act is judged here once more, whatever was judged before it. A stop that falls between the judgement and the
 * order still wins: the robot's own latch refuses the order, and the second look after it stops again.
 */
final class Actuation {
    private static final Duration MOTION_DEADLINE = Duration.ofMinutes(3);
    private static final Duration OTHER_DEADLINE = Duration.ofSeconds(30);
    /** What a robot gets beyond its deadline to report the failure itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final double PROGRESS_STEP = 0.1;

    /** An act that was ordered, and the part of it that observers know to be done. */
    private record Running(long turn, boolean moves, double told, Consumer<Outcome> ended) {}

    private final Robot robot;
    private final SafetyGate gate;
    private final StopPath stopPath;
    private final Lanes lanes;
    private final Turns turns;
    private final String idPrefix;
    private final Map<String, Running> running = new HashMap<>();
    private long orders;

    Actuation(Robot robot, SafetyGate gate, StopPath stopPath, Lanes lanes, Turns turns) {
        this.robot = robot;
        this.gate = gate;
        this.stopPath = stopPath;
        this.lanes = lanes;
        this.turns = turns;
        // A robot remembers ids over restarts of the runtime, so they must differ between runs.
        this.idPrefix = Long.toString(lanes.clock().millis(), Character.MAX_RADIX);
    }

    /**
     * Begin an act if the gate lets it.
     *
     * @param ofTurn to which it belongs
     * @param ended called on the dialogue thread unless it was refused
     */
    Verdict begin(long ofTurn, Action action, boolean confirmed, Consumer<Outcome> ended) {
        Verdict verdict = gate.judge(action, confirmed);
        if (!(verdict instanceof Verdict.Approved)) {
            return verdict;
        }
        boolean moves = gate.moves(action);
        String id = idPrefix + "-" + ++orders;
        Command command = new Command(id, action, moves ? MOTION_DEADLINE : OTHER_DEADLINE);
        running.put(id, new Running(ofTurn, moves, 0, ended));
        turns.emit(ofTurn, (turn, at) -> new DialogueEvent.Commanded(turn, at, id, action));
        perform(command);
        if (moves && stopPath.isLatched()) {
            stopPath.haltAgain();
        }
        lanes.after(command.deadline().plus(GRACE), () -> giveUp(id));
        return verdict;
    }

    /** Cancel what was begun with this callback; it is still called once the robot has given up the act. */
    void cancel(Consumer<Outcome> ended) {
        running.forEach((id, act) -> {
            if (act.ended == ended) {
                robot.cancel(id);
            }
        });
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** Tell whether the robot has not yet ended an act that moves it. */
    boolean isMoving() {
        return running.values().stream().anyMatch(Running::moves);
    }

    private void perform(Command command) {
        String id = command.id();
        try {
            CompletionStage<Outcome> outcome = robot.perform(command, done -> lanes.normal(() -> progressed(id, done)));
            outcome.whenComplete((result, error) -> lanes.normal(() -> ended(
                    id,
                    error == null
                            ? result
                            : new Outcome.Failed(
                                    Outcome.Reason.FAULT, error.getClass().getName()))));
        } catch (RuntimeException e) {
            String fault = e.getClass().getName();
            lanes.normal(() -> ended(id, new Outcome.Failed(Outcome.Reason.FAULT, fault)));
        }
    }

    private void progressed(String id, double done) {
        Running act = running.get(id);
        if (act != null && done >= act.told + PROGRESS_STEP) {
            running.put(id, new Running(act.turn, act.moves, done, act.ended));
            turns.emit(act.turn, (turn, at) -> new DialogueEvent.Progressed(turn, at, id, done));
        }
    }

    private void ended(String id, Outcome outcome) {
        Running act = running.remove(id);
        if (act == null) {
            return;
        }
        if (outcome instanceof Outcome.Failed failed) {
            turns.emit(
                    act.turn, (turn, at) -> new DialogueEvent.Failed(turn, at, id, failed.reason(), failed.detail()));
        } else {
            turns.emit(act.turn, (turn, at) -> new DialogueEvent.Completed(turn, at, id));
        }
        act.ended.accept(outcome);
    }

    private void giveUp(String id) {
        if (running.containsKey(id)) {
            robot.cancel(id);
            ended(id, new Outcome.Failed(Outcome.Reason.TIMED_OUT, "no outcome by the deadline"));
        }
    }
}
