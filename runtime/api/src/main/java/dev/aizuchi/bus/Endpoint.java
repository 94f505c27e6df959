package dev.aizuchi.bus;

/**
 * Name a place on a bus where messages go or come from.
 *
 * @param name name of the topic, service or action, such as {@code /cmd_vel}
 * @param type type of its messages, such as {@code geometry_msgs/msg/Twist}; "" on a bus without types
 * @param delivery how its messages are delivered; services and actions are always reliable
 */
public record Endpoint(String name, String type, Delivery delivery) {
    public Endpoint {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an endpoint needs a name");
        }
    }

    /** Name an endpoint whose messages all arrive while both ends are there, and are not kept for who comes later. */
    public static Endpoint of(String name, String type) {
        return new Endpoint(name, type, Delivery.RELIABLE);
    }

    /** How messages of a topic are delivered. */
    public enum Delivery {
        /** Each may be lost; the newest matters. ROS 2: best effort; MQTT: QoS 0. */
        NEWEST,
        /** Each arrives. ROS 2: reliable; MQTT: QoS 1. */
        RELIABLE,
        /** Each arrives, and the last is kept for who comes later. ROS 2: transient local; MQTT: retained. */
        KEPT
    }
}
