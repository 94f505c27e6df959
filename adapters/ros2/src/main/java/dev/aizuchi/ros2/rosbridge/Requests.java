package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Hold the calls and goals that have no answer yet; confined to the bus's thread. */
final class Requests {
    /** Values of action_msgs/msg/GoalStatus. */
    static final int SUCCEEDED = 4;

    static final int CANCELED = 5;
    static final int ABORTED = 6;

    private final Types types;
    private final Map<String, Open> open = new HashMap<>();

    Requests(Types types) {
        this.types = types;
    }

    void add(String id, Open request) {
        open.put(id, request);
    }

    /** End a request; one that has ended already stays as it ended. */
    void end(String id, Answer answer) {
        Open request = open.remove(id);
        if (request != null) {
            request.ending().complete(answer);
        }
    }

    void endAll(Answer answer) {
        List.copyOf(open.keySet()).forEach(id -> end(id, answer));
    }

    boolean isOpen(String id) {
        return open.containsKey(id);
    }

    /** Take {@code action_feedback}. */
    void feedback(JsonNode message) {
        Open request = open.get(message.path("id").asText());
        if (request != null) {
            types.incoming(request.type(), Part.FEEDBACK, message.path("values"))
                    .ifPresent(request.feedback());
        }
    }

    /** Take {@code service_response}, or {@code action_result}. */
    void answered(JsonNode message, Part part) {
        String id = message.path("id").asText();
        Open request = open.get(id);
        if (request == null) {
            return;
        }
        if (!message.path("result").asBoolean()) {
            end(id, refused(message.path("values").asText()));
            return;
        }
        Optional<Datum.Fields> content = types.incoming(request.type(), part, message.path("values"));
        int status = part == Part.RESULT ? message.path("status").asInt() : SUCCEEDED;
        end(
                id,
                content.map(fields -> answer(status, fields))
                        .orElseGet(() ->
                                new Answer.Failed(Reason.FAULT, "the answer is not of the type " + request.type())));
    }

    private static Answer answer(int status, Datum.Fields content) {
        return switch (status) {
            case SUCCEEDED -> new Answer.Given(content);
            case CANCELED -> new Answer.Failed(Reason.CANCELLED, "cancelled");
            case ABORTED -> new Answer.Aborted(content);
            default -> new Answer.Failed(Reason.FAULT, "the goal ended with status " + status);
        };
    }

    /** The protocol has no codes for this, but texts: those of rosbridge_suite. */
    private static Answer refused(String why) {
        Reason reason = why.contains("does not exist") || why.contains("No action server")
                ? Reason.UNREACHABLE
                : why.contains("rejected") ? Reason.IMPOSSIBLE : Reason.FAULT;
        return new Answer.Failed(reason, why);
    }

    /** A call or goal without an answer. */
    record Open(String type, CompletableFuture<Answer> ending, Consumer<Datum.Fields> feedback) {}
}
