package dev.aizuchi.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/** Keep messages in order until the link takes them; when full, the oldest go. */
final class Backlog {
    record Entry(Topic topic, MqttMessage message) {
        /**
         * Make one as its topic says.
         *
         * @param contentType of the payload; null for bare JSON
         * @param expirySeconds after which the broker drops it, or 0 for never
         */
        static Entry of(Topic topic, byte[] payload, @Nullable String contentType, long expirySeconds) {
            MqttMessage message = new MqttMessage(payload);
            message.setQos(topic.qos());
            message.setRetained(topic.retained());
            MqttProperties properties = new MqttProperties();
            properties.setContentType(contentType);
            if (expirySeconds > 0) {
                properties.setMessageExpiryInterval(expirySeconds);
            }
            message.setProperties(properties);
            return new Entry(topic, message);
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final int capacity;

    Backlog(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Entry entry) {
        if (entries.size() == capacity) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** Send the oldest first, until one is not taken. */
    synchronized void drain(Predicate<Entry> send) {
        while (!entries.isEmpty() && send.test(entries.getFirst())) {
            entries.removeFirst();
        }
    }

    synchronized int size() {
        return entries.size();
    }
}
