package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host.Acting;
import dev.aizuchi.robot.Outcome.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Serve services and actions through the bridge; confined to the bus's thread.
 *
 * <p>The protocol cannot refuse a goal: one that is not accepted ends as aborted.
 */
final class Hosted {
    private final Types types;
    private final BusThread thread;
    private final Consumer<ObjectNode> out;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Map<String, Goal> goals = new HashMap<>();

    Hosted(Types types, BusThread thread, Consumer<ObjectNode> out) {
        this.types = types;
        this.thread = thread;
        this.out = out;
    }

    void serve(Service service) {
        services.put(service.endpoint().name(), service);
        out.accept(advertisement("service", service.endpoint()));
    }

    void carryOut(Action action) {
        actions.put(action.endpoint().name(), action);
        out.accept(advertisement("action", action.endpoint()));
    }

    void stopService(Service service) {
        if (services.remove(service.endpoint().name(), service)) {
            out.accept(Notation.op("unadvertise_service")
                    .put("service", service.endpoint().name()));
        }
    }

    void stopAction(Action action) {
        if (actions.remove(action.endpoint().name(), action)) {
            out.accept(Notation.op("unadvertise_action")
                    .put("action", action.endpoint().name()));
        }
    }

    /** Say everything again to a bridge that has forgotten it. */
    void restore() {
        services.values().forEach(each -> out.accept(advertisement("service", each.endpoint())));
        actions.values().forEach(each -> out.accept(advertisement("action", each.endpoint())));
    }

    /** Take everything back, as the bridge does not when a client goes. */
    void stop() {
        List.copyOf(services.values()).forEach(this::stopService);
        List.copyOf(actions.values()).forEach(this::stopAction);
    }

    /** Give up what was under way for others: nobody hears its end any more. */
    void abandon() {
        goals.values().forEach(Goal::cancel);
        goals.clear();
    }

    /** Take {@code call_service}. */
    void called(JsonNode message) {
        Service service = services.get(message.path("service").asText());
        if (service == null) {
            return;
        }
        ObjectNode response = Notation.op("service_response")
                .put("id", message.path("id").asText())
                .put("service", service.endpoint().name());
        String type = service.endpoint().type();
        Optional<Datum.Fields> request = types.incoming(type, Part.REQUEST, message.path("args"));
        if (request.isEmpty()) {
            out.accept(response.put("result", false));
            return;
        }
        var unused = service.answering().apply(request.get()).thenAccept(answer -> {
            content(answer).ifPresent(fields -> response.set("values", types.outgoing(type, Part.RESPONSE, fields)));
            thread.post(() -> out.accept(response.put("result", response.has("values"))));
        });
    }

    /** Take {@code send_action_goal}. */
    void begin(JsonNode message) {
        Action action = actions.get(message.path("action").asText());
        if (action == null) {
            return;
        }
        String id = message.path("id").asText();
        String type = action.endpoint().type();
        Optional<Goal> begun = types.incoming(type, Part.GOAL, message.path("args"))
                .flatMap(goal -> action.acting().begin(goal, content -> tell(action.endpoint(), id, content)));
        if (begun.isEmpty()) {
            end(action.endpoint(), id, new Answer.Failed(Reason.IMPOSSIBLE, "not accepted"));
            return;
        }
        goals.put(id, begun.get());
        var unused = begun.get().ending().thenAccept(answer -> thread.post(() -> end(action.endpoint(), id, answer)));
    }

    /** Take {@code cancel_action_goal}. */
    void cancel(JsonNode message) {
        Goal goal = goals.get(message.path("id").asText());
        if (goal != null) {
            goal.cancel();
        }
    }

    private void tell(Endpoint action, String id, Datum.Fields content) {
        ObjectNode feedback = Notation.op("action_feedback").put("id", id).put("action", action.name());
        feedback.set("values", types.outgoing(action.type(), Part.FEEDBACK, content));
        thread.post(() -> out.accept(feedback));
    }

    private void end(Endpoint action, String id, Answer answer) {
        goals.remove(id);
        boolean cancelled = answer instanceof Answer.Failed failed && failed.reason() == Reason.CANCELLED;
        int status =
                answer instanceof Answer.Given ? Requests.SUCCEEDED : cancelled ? Requests.CANCELED : Requests.ABORTED;
        ObjectNode result = Notation.op("action_result")
                .put("id", id)
                .put("action", action.name())
                .put("status", status)
                .put("result", true);
        Datum.Fields content = content(answer).orElse(Datum.Fields.NONE);
        result.set("values", types.outgoing(action.type(), Part.RESULT, content));
        out.accept(result);
    }

    private static Optional<Datum.Fields> content(Answer answer) {
        if (answer instanceof Answer.Given given) {
            return Optional.of(given.content());
        }
        return answer instanceof Answer.Aborted aborted ? Optional.of(aborted.content()) : Optional.empty();
    }

    private static ObjectNode advertisement(String kind, Endpoint endpoint) {
        return Notation.op("advertise_" + kind).put(kind, endpoint.name()).put("type", endpoint.type());
    }

    /** A service of ours. */
    record Service(Endpoint endpoint, Function<Datum.Fields, CompletionStage<Answer>> answering) {}

    /** An action of ours. */
    record Action(Endpoint endpoint, Acting acting) {}
}
