package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Fit;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follow one goal from its setting to its end; confined to the spinner's thread but for the port's methods. */
final class RclGoal implements Bus.Goal {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration RETURNING = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofMillis(500);
    /** So often in a row must a server be missing until it is taken for dead. */
    private static final int MISSING = 4;

    // Values of action_msgs/msg/GoalStatus.
    private static final int SUCCEEDED = 4;
    private static final int CANCELED = 5;
    private static final int ABORTED = 6;

    private final Spinner spinner;
    private final Definitions definitions;
    private final Endpoint action;
    private final Datum.Fields id = newId();
    private final byte[] request;
    private final CompletableFuture<Answer> ending = new CompletableFuture<>();
    /** By whom it is cancelled; absent until it has been sent. */
    private @Nullable ActionClient asked;

    private boolean accepted;
    private boolean cancelling;

    /** Make one that has not begun; {@link IllegalArgumentException} where the goal does not fit. */
    RclGoal(Spinner spinner, Definitions definitions, Endpoint action, Datum.Fields goal) {
        this.spinner = spinner;
        this.definitions = definitions;
        this.action = action;
        Message type = definitions.part(action.type(), Part.GOAL);
        this.request = encode(action.type() + "_SendGoal_Request", Map.of("goal_id", id, "goal", Fit.fit(type, goal)));
    }

    void begin(ActionClient client, Duration accepting, Consumer<Datum.Fields> feedback) {
        client.follow(id, feedback);
        var unused = ending.thenRun(() -> client.leave(id));
        attempt(client, System.nanoTime() + accepting.toNanos());
    }

    @Override
    public CompletionStage<Answer> ending() {
        return ending;
    }

    @Override
    public void cancel() {
        spinner.post(() -> {
            cancelling = true;
            boolean left = ending.getNow(null) instanceof Answer.Failed failed && failed.reason() == Reason.UNREACHABLE;
            if (ending.isDone() && !left) {
                return;
            }
            if (asked == null) {
                fail(Reason.CANCELLED, "cancelled before it was set");
            } else if (accepted) {
                cancelOnceServed(asked, System.nanoTime() + RETURNING.toNanos());
            }
        });
    }

    /** A server that is back after an outage is found again a little later than what it tells. */
    private void cancelOnceServed(ActionClient client, long until) {
        if (client.cancelGoal.isServed()) {
            sendCancel(client);
        } else if (System.nanoTime() < until) {
            spinner.later(POLL, () -> cancelOnceServed(client, until));
        }
    }

    void fail(Answer.Failed why) {
        ending.complete(why);
    }

    private void fail(Reason reason, String detail) {
        fail(new Answer.Failed(reason, detail));
    }

    private void attempt(ActionClient client, long until) {
        long left = until - System.nanoTime();
        if (ending.isDone()) {
            return;
        }
        if (client.isServed()) {
            asked = client;
            Call.make(
                    spinner,
                    client.sendGoal,
                    action.name(),
                    request,
                    Duration.ofNanos(Math.max(left, 0)),
                    answer -> answered(client, answer));
        } else if (left <= 0) {
            fail(Reason.UNREACHABLE, "nobody serves " + action.name());
        } else {
            spinner.later(POLL, () -> attempt(client, until));
        }
    }

    private void answered(ActionClient client, Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            // It may be accepted after all, with nobody to follow it.
            sendCancel(client);
            fail(failed);
        } else if (Call.content(answer)
                                .map(said -> said.values().get("accepted"))
                                .orElse(null)
                        instanceof Datum.Flag flag
                && flag.value()) {
            accepted = true;
            follow(client);
        } else {
            fail(Reason.IMPOSSIBLE, action.name() + " did not accept the goal");
        }
    }

    private void follow(ActionClient client) {
        try {
            byte[] question = encode(action.type() + "_GetResult_Request", Map.of("goal_id", id));
            long number = client.getResult.ask(question, this::result);
            var unused = ending.thenRun(() -> client.getResult.forget(number));
        } catch (RclException e) {
            fail(Reason.FAULT, String.valueOf(e.getMessage()));
            return;
        }
        if (cancelling) {
            sendCancel(client);
        }
        watch(client, 0);
    }

    /** Watch that the server lives: the result of a dead one never comes. */
    private void watch(ActionClient client, int missing) {
        if (ending.isDone()) {
            return;
        }
        int more = client.getResult.isServed() ? 0 : missing + 1;
        if (more == MISSING) {
            fail(Reason.UNREACHABLE, action.name() + " is gone");
        } else {
            spinner.later(WATCH, () -> watch(client, more));
        }
    }

    private void result(Datum.Fields response) {
        Map<String, Datum> values = response.values();
        if (!(values.get("status") instanceof Datum.Whole status)
                || !(values.get("result") instanceof Datum.Fields content)) {
            throw new IllegalStateException("no result");
        }
        switch ((int) status.value()) {
            case SUCCEEDED -> ending.complete(new Answer.Given(content));
            case ABORTED -> ending.complete(new Answer.Aborted(content));
            case CANCELED -> fail(Reason.CANCELLED, "cancelled");
            default -> fail(Reason.FAULT, "the goal ended with status " + status.value());
        }
    }

    private void sendCancel(ActionClient client) {
        Datum.Fields info = new Datum.Fields(Map.of("goal_id", id));
        client.cancelGoal.ask(encode("action_msgs/srv/CancelGoal_Request", Map.of("goal_info", info)), answer -> {});
    }

    private byte[] encode(String type, Map<String, Datum> message) {
        return Cdr.encode(definitions.message(type), new Datum.Fields(message));
    }

    private static Datum.Fields newId() {
        UUID id = UUID.randomUUID();
        ByteBuffer bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip();
        return new Datum.Fields(Map.of("uuid", new Datum.Octets(bytes)));
    }
}
