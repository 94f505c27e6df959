package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Publish on one topic, on the caller's thread.
 *
 * <p>The two ends of a topic need some time to find each other. So that the first message of a new publisher is not
 * lost, those of the first second wait until somebody listens.
 */
final class Publisher {
    private static final Duration FINDING = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int MOST_WAITING = 100;

    private final Rcl rcl;
    private final Node node;
    private final Spinner spinner;
    private final boolean holds;
    private final Memory handle;
    private final Memory count = Rcl.zeroed(8);
    private final long until = System.nanoTime() + FINDING.toNanos();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean found;
    private boolean closed;

    Publisher(Rcl rcl, Node node, Spinner spinner, Endpoint topic) {
        this.rcl = rcl;
        this.node = node;
        this.spinner = spinner;
        this.holds = topic.delivery() == Delivery.RELIABLE;
        this.handle = node.publisher(topic.name(), topic.type(), topic.delivery());
    }

    synchronized void publish(byte[] cdr) {
        if (closed) {
            return;
        }
        if (!holds || (waiting.isEmpty() && isFound())) {
            send(cdr);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(cdr);
            if (waiting.size() == 1) {
                spinner.later(POLL, this::flush);
            }
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            node.end("publisher", handle);
        }
    }

    private synchronized void flush() {
        if (closed) {
            return;
        }
        if (!isFound()) {
            spinner.later(POLL, this::flush);
            return;
        }
        for (byte[] cdr = waiting.poll(); cdr != null; cdr = waiting.poll()) {
            send(cdr);
        }
    }

    private boolean isFound() {
        if (!found) {
            rcl.call("rcl_publisher_get_subscription_count", handle, count);
            found = count.getLong(0) > 0 || System.nanoTime() - until >= 0;
        }
        return found;
    }

    private void send(byte[] cdr) {
        try (Memory bytes = Serialized.of(rcl, cdr)) {
            rcl.call("rcl_publish_serialized_message", handle, bytes, Pointer.NULL);
        }
    }
}
