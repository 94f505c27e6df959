package dev.aizuchi.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Keep messages in order until the link takes them; when full, the oldest go. */
final class Backlog {
    record Entry(Topic topic, MqttMessage message) {}

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
