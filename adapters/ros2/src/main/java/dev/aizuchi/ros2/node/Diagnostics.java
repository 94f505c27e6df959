package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tell on {@code /diagnostics} how the parts of a node are. From any thread. */
public final class Diagnostics {
    private static final Endpoint TOPIC = Endpoint.of("/diagnostics", "diagnostic_msgs/msg/DiagnosticArray");

    private final Bus bus;
    private final String node;
    private final Supplier<Datum.Fields> header;
    private final List<Supplier<Part>> parts;

    /** How bad it is, as {@code diagnostic_msgs/msg/DiagnosticStatus} numbers it. */
    public enum Level {
        /** All is well. */
        OK(0),
        /** It works, but look. */
        WARN(1),
        /** It does not work. */
        ERROR(2),
        /** Nothing is known any more. */
        STALE(3);

        private final int code;

        Level(int code) {
            this.code = code;
        }
    }

    /**
     * How one part is.
     *
     * @param values what was measured, as texts
     */
    public record Part(String name, Level level, String message, Map<String, String> values) {
        public Part {
            values = Map.copyOf(values);
        }
    }

    /**
     * Take what is to be told.
     *
     * @param node name of the node, without a slash
     * @param header gives a {@code std_msgs/msg/Header} of now
     */
    public Diagnostics(Bus bus, String node, Supplier<Datum.Fields> header, List<Supplier<Part>> parts) {
        this.bus = bus;
        this.node = node;
        this.header = header;
        this.parts = List.copyOf(parts);
    }

    /** Tell how all parts are now. */
    public void tell() {
        List<Datum.Fields> all =
                parts.stream().map(Supplier::get).map(this::written).toList();
        bus.publish(
                TOPIC,
                Content.message()
                        .put("header", header.get())
                        .items("status", all)
                        .fields());
    }

    private Datum.Fields written(Part part) {
        List<Datum.Fields> values = part.values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Content.message()
                        .text("key", each.getKey())
                        .text("value", each.getValue())
                        .fields())
                .toList();
        return Content.message()
                .whole("level", part.level.code)
                .text("name", node + ": " + part.name)
                .text("message", part.message)
                .text("hardware_id", node)
                .items("values", values)
                .fields();
    }
}
