package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Fit;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Hold messages to their types where definitions are given; where none are, the bridge does. */
final class Types {
    private static final System.Logger LOG = System.getLogger(Types.class.getName());

    private final Definitions definitions;
    private final AtomicLong dropped = new AtomicLong();

    Types(Definitions definitions) {
        this.definitions = definitions;
    }

    Optional<Datum.Fields> pattern(String type, Part part) {
        return definitions.isEmpty()
                ? Optional.empty()
                : Optional.of(definitions.part(type, part).pattern());
    }

    /** Give what goes out; {@link IllegalArgumentException} where it does not fit. */
    JsonNode outgoing(String type, Part part, Datum.Fields message) {
        return Notation.node(definitions.isEmpty() ? message : Fit.fit(definitions.part(type, part), message));
    }

    /** Give what came in; empty, and logged without its content, where it does not fit. */
    Optional<Datum.Fields> incoming(String type, Part part, JsonNode values) {
        Datum.Fields read = Notation.fields(values);
        if (definitions.isEmpty()) {
            return Optional.of(read);
        }
        try {
            return Optional.of(Fit.fit(definitions.part(type, part), read));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "message {0} dropped: {1}", dropped.incrementAndGet(), e.getMessage());
            return Optional.empty();
        }
    }
}
