package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Read a part of the state from a topic.
 *
 * @param on name of the bus
 * @param topic the topic
 * @param type type of its messages; absent on a bus without types
 * @param delivery how its messages are delivered; {@code reliable} when absent
 * @param values expressions over the message: {@code x}, {@code y}, {@code heading_deg}, {@code speed},
 *     {@code battery}, {@code emergency_stop}, {@code place}, and names of one's own for {@code requires}
 * @param occasional whether its silence is no sign of a lost robot; always so for {@code kept} topics
 */
record Source(
        String on,
        String topic,
        String type,
        Endpoint.Delivery delivery,
        Map<String, Expression> values,
        boolean occasional) {
    Source {
        Objects.requireNonNull(on, "on is missing: the name of a bus");
        Objects.requireNonNull(topic, "topic is missing");
        Objects.requireNonNull(values, "values is missing: what of the message is which part of the state");
        type = type == null ? "" : type;
        delivery = delivery == null ? Endpoint.Delivery.RELIABLE : delivery;
        occasional = occasional || delivery == Endpoint.Delivery.KEPT;
        values = new LinkedHashMap<>(values);
    }

    Endpoint endpoint() {
        return new Endpoint(topic, type, delivery);
    }
}
