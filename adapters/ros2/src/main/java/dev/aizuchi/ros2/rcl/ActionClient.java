package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.ros2.definition.Definitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hold the ends by which the goals of one action are set and followed; confined to the spinner's thread.
 *
 * <p>An action is three services and a topic under hidden names (design.ros2.org, "Actions";
 * {@code rcl_action/names.h}).
 */
final class ActionClient {
    final Client sendGoal;
    final Client getResult;
    final Client cancelGoal;
    final Subscriber feedback;
    private final Map<Datum, Consumer<Datum.Fields>> followers = new HashMap<>();

    ActionClient(Rcl rcl, Node node, Definitions definitions, Endpoint action) {
        String hidden = action.name() + "/_action/";
        String type = action.type();
        this.sendGoal = new Client(rcl, node, definitions, hidden + "send_goal", type + "_SendGoal");
        this.getResult = new Client(rcl, node, definitions, hidden + "get_result", type + "_GetResult");
        this.cancelGoal = new Client(rcl, node, definitions, hidden + "cancel_goal", "action_msgs/srv/CancelGoal");
        Endpoint topic = Endpoint.of(hidden + "feedback", type + "_FeedbackMessage");
        this.feedback = new Subscriber(rcl, node, topic, definitions.message(topic.type()), this::told);
    }

    List<Waiting.Entity> entities() {
        return List.of(sendGoal, getResult, cancelGoal, feedback);
    }

    /** Tell whether all that a goal needs is there, feedback included: what comes before that would be lost. */
    boolean isServed() {
        return sendGoal.isServed() && getResult.isServed() && cancelGoal.isServed() && feedback.isFed();
    }

    void follow(Datum goalId, Consumer<Datum.Fields> follower) {
        followers.put(goalId, follower);
    }

    void leave(Datum goalId) {
        followers.remove(goalId);
    }

    private void told(Datum.Fields message) {
        Consumer<Datum.Fields> follower = followers.get(message.values().get("goal_id"));
        if (follower != null && message.values().get("feedback") instanceof Datum.Fields content) {
            follower.accept(content);
        }
    }
}
