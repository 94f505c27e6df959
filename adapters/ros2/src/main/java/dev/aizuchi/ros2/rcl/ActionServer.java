package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import dev.aizuchi.bus.Host.Acting;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.definition.Definitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Serve one action by the services and topics that {@link ActionClient} uses; confined to the spinner's thread, but
 * feedback and ends may come from any.
 */
final class ActionServer {
    /** So many goals that have ended are remembered for who asks late. */
    private static final int REMEMBERED = 50;

    // Codes of action_msgs/srv/CancelGoal.
    private static final int CANCELLING = 0;
    private static final int REJECTED = 1;

    private final Spinner spinner;
    private final Definitions definitions;
    private final Endpoint action;
    private final Acting acting;
    private final List<Waiting.Entity> entities;
    private final Publisher feedback;
    private final Publisher status;
    private final Map<Datum, ServedGoal> goals = new LinkedHashMap<>();

    ActionServer(Rcl rcl, Node node, Spinner spinner, Definitions definitions, Endpoint action, Acting acting) {
        this.spinner = spinner;
        this.definitions = definitions;
        this.action = action;
        this.acting = acting;
        String hidden = action.name() + "/_action/";
        String type = action.type();
        this.entities = List.of(
                new Server(rcl, node, spinner, definitions, hidden + "send_goal", type + "_SendGoal", this::begin),
                new Server(rcl, node, spinner, definitions, hidden + "get_result", type + "_GetResult", this::result),
                new Server(
                        rcl,
                        node,
                        spinner,
                        definitions,
                        hidden + "cancel_goal",
                        "action_msgs/srv/CancelGoal",
                        this::cancel));
        this.feedback = new Publisher(rcl, node, spinner, Endpoint.of(hidden + "feedback", type + "_FeedbackMessage"));
        this.status = new Publisher(
                rcl, node, spinner, new Endpoint(hidden + "status", "action_msgs/msg/GoalStatusArray", Delivery.KEPT));
    }

    List<Waiting.Entity> entities() {
        return entities;
    }

    /** End what is under way, and its topics; the services are ended by who waits for them. */
    void end() {
        goals.values().forEach(ServedGoal::cancel);
        feedback.close();
        status.close();
    }

    private void begin(Datum.Fields request, Consumer<Datum.Fields> reply) {
        Datum id = request.values().getOrDefault("goal_id", Datum.Fields.NONE);
        Datum.Fields goal = fields(request, "goal");
        Optional<Goal> begun =
                goals.containsKey(id) ? Optional.empty() : acting.begin(goal, content -> tell(id, content));
        reply.accept(
                new Datum.Fields(Map.of("accepted", new Datum.Flag(begun.isPresent()), "stamp", stamp(Instant.now()))));
        begun.ifPresent(accepted -> {
            ServedGoal served = new ServedGoal(id, stamp(Instant.now()), accepted);
            goals.put(id, served);
            forgetOld();
            var unused = accepted.ending()
                    .thenAccept(answer -> spinner.post(() -> {
                        served.end(answer);
                        tellStatus();
                    }));
            tellStatus();
        });
    }

    private void result(Datum.Fields request, Consumer<Datum.Fields> reply) {
        ServedGoal goal = goals.get(request.values().get("goal_id"));
        if (goal == null) {
            reply.accept(Datum.Fields.NONE);
        } else {
            goal.onResult(reply);
        }
    }

    private void cancel(Datum.Fields request, Consumer<Datum.Fields> reply) {
        Datum id = fields(request, "goal_info").values().getOrDefault("goal_id", Datum.Fields.NONE);
        boolean all =
                id.equals(definitions.message("unique_identifier_msgs/msg/UUID").preset());
        List<Datum> cancelling = new ArrayList<>();
        goals.forEach((known, goal) -> {
            if ((all || known.equals(id)) && goal.cancel()) {
                cancelling.add(goal.info());
            }
        });
        int code = cancelling.isEmpty() ? REJECTED : CANCELLING;
        reply.accept(new Datum.Fields(
                Map.of("return_code", new Datum.Whole(code), "goals_canceling", new Datum.Items(cancelling))));
        tellStatus();
    }

    private void tell(Datum id, Datum.Fields content) {
        Datum.Fields message = new Datum.Fields(Map.of("goal_id", id, "feedback", content));
        byte[] cdr = Cdr.encode(definitions.message(action.type() + "_FeedbackMessage"), message);
        spinner.post(() -> feedback.publish(cdr));
    }

    private void tellStatus() {
        List<Datum> all = new ArrayList<>();
        goals.values().forEach(goal -> all.add(goal.status()));
        Datum.Fields message = new Datum.Fields(Map.of("status_list", new Datum.Items(all)));
        status.publish(Cdr.encode(definitions.message("action_msgs/msg/GoalStatusArray"), message));
    }

    private void forgetOld() {
        int tooMany = goals.size() - REMEMBERED;
        List<Datum> ended = new ArrayList<>();
        goals.forEach((id, goal) -> {
            if (goal.isEnded() && ended.size() < tooMany) {
                ended.add(id);
            }
        });
        ended.forEach(goals::remove);
    }

    private static Datum.Fields fields(Datum.Fields message, String name) {
        return message.values().get(name) instanceof Datum.Fields fields ? fields : Datum.Fields.NONE;
    }

    private static Datum.Fields stamp(Instant now) {
        return new Datum.Fields(
                Map.of("sec", new Datum.Whole(now.getEpochSecond()), "nanosec", new Datum.Whole(now.getNano())));
    }
}
