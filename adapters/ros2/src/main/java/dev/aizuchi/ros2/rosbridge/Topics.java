package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hold the topics that are published and heard, and say them again after an outage; confined to the bus's thread.
 *
 * <p>The bridge chooses the quality of service: what is kept is advertised as latched; a subscription takes that of the
 * publishers it finds (rosbridge_suite, {@code internal/subscribers.py}).
 */
final class Topics {
    /** What the bridge holds for us while its publisher is slow; "queue_size" of the protocol. */
    private static final int QUEUE = 100;

    private final Types types;
    private final Consumer<ObjectNode> out;
    private final Map<String, Endpoint> advertised = new LinkedHashMap<>();
    private final Map<String, ObjectNode> kept = new LinkedHashMap<>();
    private final Map<String, Heard> heard = new LinkedHashMap<>();

    Topics(Types types, Consumer<ObjectNode> out) {
        this.types = types;
        this.out = out;
    }

    void publish(Endpoint topic, JsonNode message) {
        if (advertised.putIfAbsent(topic.name(), topic) == null) {
            out.accept(advertisement(topic));
        }
        ObjectNode op = Notation.op("publish").put("topic", topic.name());
        op.set("msg", message);
        if (topic.delivery() == Delivery.KEPT) {
            kept.put(topic.name(), op);
        }
        out.accept(op);
    }

    void subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        Heard known = heard.get(topic.name());
        if (known == null) {
            known = new Heard(topic);
            heard.put(topic.name(), known);
            out.accept(subscription(topic));
        } else if (known.last != null) {
            listener.accept(known.last);
        }
        known.listeners.add(listener);
    }

    void unsubscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        Heard known = heard.get(topic.name());
        if (known != null && known.listeners.remove(listener) && known.listeners.isEmpty()) {
            heard.remove(topic.name());
            out.accept(Notation.op("unsubscribe").put("id", "s:" + topic.name()).put("topic", topic.name()));
        }
    }

    void received(JsonNode message) {
        Heard known = heard.get(message.path("topic").asText());
        if (known != null) {
            types.incoming(known.topic.type(), Part.MESSAGE, message.path("msg"))
                    .ifPresent(known::tell);
        }
    }

    /** Say everything again to a bridge that has forgotten it. */
    void restore() {
        advertised.values().forEach(topic -> out.accept(advertisement(topic)));
        kept.values().forEach(out);
        heard.values().forEach(each -> out.accept(subscription(each.topic)));
    }

    private static ObjectNode advertisement(Endpoint topic) {
        return Notation.op("advertise")
                .put("id", "a:" + topic.name())
                .put("topic", topic.name())
                .put("type", topic.type())
                .put("latch", topic.delivery() == Delivery.KEPT)
                .put("queue_size", QUEUE);
    }

    private static ObjectNode subscription(Endpoint topic) {
        return Notation.op("subscribe")
                .put("id", "s:" + topic.name())
                .put("topic", topic.name())
                .put("type", topic.type())
                // 0: every message; 1: of those that wait, the newest.
                .put("queue_length", topic.delivery() == Delivery.NEWEST ? 1 : 0);
    }

    /** A topic that is heard, by those who listen. */
    private static final class Heard {
        private final Endpoint topic;
        private final List<Consumer<Datum.Fields>> listeners = new ArrayList<>();
        private Datum.@Nullable Fields last;

        Heard(Endpoint topic) {
            this.topic = topic;
        }

        void tell(Datum.Fields message) {
            if (topic.delivery() == Delivery.KEPT) {
                last = message;
            }
            List.copyOf(listeners).forEach(listener -> listener.accept(message));
        }
    }
}
