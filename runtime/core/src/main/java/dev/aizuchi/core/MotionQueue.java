package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Let one motion follow another: what is wished for while the robot moves waits for its turn, unless it takes the
 * other's place. Lives on the dialogue thread.
 */
final class MotionQueue {
    /** Nobody remembers more of what was asked. */
    private static final int MOST = 3;

    private final Turns turns;
    private final Replies replies;
    private final Scripts scripts;
    private final Permission permission;
    private final Speech speech;
    private final Sentences sentences;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** The turn that set something in motion or gave a motion up: what else it wishes for waits without a word. */
    private long turnOfMotion = -1;

    private record Waiting(Skills.Answer answer, Reply reply, Turn about, boolean agreed) {}

    MotionQueue(
            Turns turns, Replies replies, Scripts scripts, Permission permission, Speech speech, Sentences sentences) {
        this.turns = turns;
        this.replies = replies;
        this.scripts = scripts;
        this.permission = permission;
        this.speech = speech;
        this.sentences = sentences;
        scripts.onceFree(this::beginWaiting);
    }

    /** Begin what a skill answered, or let it wait where it moves and the robot is not free. */
    void begin(Skills.Answer answer, Reply reply, Turn about, boolean agreed) {
        Waiting next = new Waiting(answer, reply, about, agreed);
        if (reply.preempts()) {
            waiting.clear();
        }
        boolean moves = permission.moves(reply);
        if (!moves || isFree() || mustNotWait(reply)) {
            begin(next, moves);
            return;
        }
        if (turnOfMotion != turns.current()) {
            speech.say(sentences.say("queued"));
        }
        reply.actionsNow()
                .findFirst()
                .ifPresent(first -> turns.emit((turn, at) -> new DialogueEvent.Deferred(turn, at, first)));
        waiting.add(next);
    }

    /** A call for help goes out at once, whatever becomes of the motion beside it. */
    private boolean mustNotWait(Reply reply) {
        return reply.preempts()
                || waiting.size() >= MOST
                || reply.actions().anyMatch(Action.CallHuman.class::isInstance);
    }

    private boolean isFree() {
        return waiting.isEmpty() && !scripts.isMoving();
    }

    private void begin(Waiting next, boolean moves) {
        if (moves) {
            turnOfMotion = turns.current();
        }
        replies.begin(next.answer, next.reply, next.about, next.agreed);
    }

    private void beginWaiting() {
        while (!waiting.isEmpty() && !scripts.isMoving()) {
            Waiting next = waiting.remove();
            replies.begin(next.answer, next.reply, next.about, next.agreed);
        }
    }

    /** Give up what a turn has set going or let wait. */
    void withdraw(Turn about) {
        if (!waiting.removeIf(each -> each.about.equals(about))) {
            replies.withdraw(about);
            turnOfMotion = turns.current();
        }
    }

    /** Forget what waits to begin. */
    void clear() {
        waiting.clear();
    }

    /** Tell whether the very same is under way or waits already. */
    boolean holds(Turn about) {
        return Stream.concat(scripts.moving().stream(), waiting.stream().map(Waiting::about))
                .anyMatch(each ->
                        each.intent().equals(about.intent()) && each.slots().equals(about.slots()));
    }

    /** Give what is under way, put off or waits to begin, in order. */
    Stream<Turn> live() {
        return Stream.concat(replies.live(), waiting.stream().map(Waiting::about));
    }

    /** Give the turn whose motion is under way. */
    Optional<Turn> moving() {
        return scripts.moving();
    }
}
