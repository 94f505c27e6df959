package dev.aizuchi.ros2.definition;

import dev.aizuchi.ros2.definition.Shape.Field;
import java.util.List;
import java.util.Optional;

/**
 * Derive the messages by which an action is carried out from those that it defines.
 *
 * <p>Source: design.ros2.org, "Actions", and the {@code rosidl_parser}: two services and a topic for each action.
 */
final class ActionParts {
    private static final String ID = "unique_identifier_msgs/msg/UUID";

    private ActionParts() {}

    /** Give the fields of a derived message; empty for one that stands in a file. */
    static Optional<List<Field>> of(TypeName name, Definitions definitions) {
        if (!name.kind().equals("action")) {
            return Optional.empty();
        }
        String action = name.pkg() + "/action/" + name.base();
        return switch (name.suffix()) {
            case "SendGoal_Request" ->
                Optional.of(List.of(
                        field("goal_id", definitions.message(ID)),
                        field("goal", definitions.message(action + "_Goal"))));
            case "SendGoal_Response" ->
                Optional.of(List.of(
                        field("accepted", Primitive.BOOL),
                        field("stamp", definitions.message("builtin_interfaces/msg/Time"))));
            case "GetResult_Request" -> Optional.of(List.of(field("goal_id", definitions.message(ID))));
            case "GetResult_Response" ->
                Optional.of(List.of(
                        field("status", Primitive.INT8), field("result", definitions.message(action + "_Result"))));
            case "FeedbackMessage" ->
                Optional.of(List.of(
                        field("goal_id", definitions.message(ID)),
                        field("feedback", definitions.message(action + "_Feedback"))));
            default -> Optional.empty();
        };
    }

    private static Field field(String name, Shape shape) {
        return new Field(name, shape, shape.preset());
    }
}
