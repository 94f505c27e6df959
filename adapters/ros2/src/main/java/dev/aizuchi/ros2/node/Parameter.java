package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Datum;
import java.util.List;
import java.util.Optional;

/**
 * Hold a parameter of a node.
 *
 * @param value a flag, a whole number, a number or a text
 * @param readOnly whether others may only read it
 */
public record Parameter(String name, Datum value, String description, boolean readOnly) {
    /** Give its type as {@code rcl_interfaces/msg/ParameterType} has it. */
    int type() {
        return value instanceof Datum.Flag ? 1 : value instanceof Datum.Whole ? 2 : value instanceof Datum.Real ? 3 : 4;
    }

    private String field() {
        return List.of("bool_value", "integer_value", "double_value", "string_value")
                .get(type() - 1);
    }

    Datum.Fields written() {
        return Content.message().text("name", name).put("value", writtenValue()).fields();
    }

    Datum.Fields writtenValue() {
        return Content.message().whole("type", type()).put(field(), value).fields();
    }

    Datum.Fields described() {
        return Content.message()
                .text("name", name)
                .whole("type", type())
                .text("description", description)
                .flag("read_only", readOnly)
                .fields();
    }

    /** Give it with a value that somebody sets, if it may be set to that. */
    Optional<Parameter> with(Datum.Fields set) {
        Datum other = set.values().get(field());
        return !readOnly && Content.whole(set, "type") == type() && other != null
                ? Optional.of(new Parameter(name, other, description, false))
                : Optional.empty();
    }
}
