package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Make a percept of a topic's messages.
 *
 * @param on name of the bus
 * @param topic the topic
 * @param type type of its messages; absent on a bus without types
 * @param delivery how its messages are delivered; {@code reliable} when absent
 * @param when what the message must look like; told when it comes true, not while it stays so. Absent: each message
 * @param tell wire name of the percept, such as {@code fall}, or one of the robot's own
 * @param with expressions of its arguments over the message
 */
record Sensed(
        String on,
        String topic,
        String type,
        Endpoint.Delivery delivery,
        @Nullable Condition when,
        String tell,
        Map<String, Expression> with) {
    Sensed {
        Objects.requireNonNull(on, "on is missing: the name of a bus");
        Objects.requireNonNull(topic, "topic is missing");
        Objects.requireNonNull(tell, "tell is missing: the percept, such as fall");
        type = type == null ? "" : type;
        delivery = delivery == null ? Endpoint.Delivery.RELIABLE : delivery;
        with = with == null ? Map.of() : new LinkedHashMap<>(with);
    }

    Endpoint endpoint() {
        return new Endpoint(topic, type, delivery);
    }
}
