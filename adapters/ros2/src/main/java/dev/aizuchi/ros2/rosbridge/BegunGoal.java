package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Follow a goal that the bridge was given; confined to the bus's thread but for the port's methods. */
final class BegunGoal implements Goal {
    private static final Duration CANCELLING = Duration.ofMillis(500);
    private static final int CANCELS = 20;

    private final String id;
    private final String action;
    private final BusThread thread;
    private final Requests requests;
    private final Acceptance acceptance;
    private final Consumer<ObjectNode> out;
    private final CompletableFuture<Answer> ending = new CompletableFuture<>();

    BegunGoal(
            String id,
            String action,
            BusThread thread,
            Requests requests,
            Acceptance acceptance,
            Consumer<ObjectNode> out) {
        this.id = id;
        this.action = action;
        this.thread = thread;
        this.requests = requests;
        this.acceptance = acceptance;
        this.out = out;
        var unused = ending.thenRun(() -> thread.post(() -> acceptance.settle(action, id)));
    }

    CompletableFuture<Answer> end() {
        return ending;
    }

    void tell(Datum.Fields content, Consumer<Datum.Fields> feedback) {
        acceptance.settle(action, id);
        feedback.accept(content);
    }

    /** Give up where the goal should have been accepted by now. */
    void expire(Duration accepting) {
        if (acceptance.isWaiting(action, id)) {
            // It may be accepted after all, with nobody to follow it.
            sendCancel(1);
            requests.end(id, new Answer.Failed(Reason.TIMED_OUT, action + " accepted no goal within " + accepting));
        }
    }

    @Override
    public CompletionStage<Answer> ending() {
        return ending;
    }

    @Override
    public void cancel() {
        thread.post(() -> {
            if (ending.getNow(null) instanceof Answer.Failed failed && failed.reason() == Reason.UNREACHABLE) {
                cancelAll();
            } else {
                sendCancel(CANCELS);
            }
        });
    }

    /** A bridge knows no goal of a link that was lost: the action's own service cancels all that it has. */
    private void cancelAll() {
        ObjectNode op = Notation.op("call_service")
                .put("id", "cancel:" + id)
                .put("service", action + "/_action/cancel_goal")
                .put("type", "action_msgs/srv/CancelGoal");
        op.putObject("args");
        out.accept(op);
    }

    /** Say it more than once: the bridge forgets what comes before it knows that the goal was accepted. */
    private void sendCancel(int times) {
        if (times > 0 && requests.isOpen(id)) {
            out.accept(Notation.op("cancel_action_goal").put("id", id).put("action", action));
            thread.later(CANCELLING, () -> sendCancel(times - 1));
        }
    }
}
