package dev.aizuchi.mqtt;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Keep what one client may not send yet: a broker takes only so many messages before it has acknowledged them, and the
 * library refuses the next. They go out in their order as acknowledgements come; what needs none never waits.
 *
 * <p>For several threads; nothing here waits for the network.
 */
final class Outbox {
    /** More is a sender that no link can follow; the newest are refused then. */
    static final int MOST = 4_096;

    private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

    private final MqttAsyncClient client;
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(String topic, MqttMessage message) {}

    Outbox(MqttAsyncClient client) {
        this.client = client;
    }

    /** Send a message now or in its turn; tells whether it is taken. */
    synchronized boolean publish(String topic, MqttMessage message) {
        if (message.getQos() == 0 || waiting.isEmpty()) {
            try {
                client.publish(topic, message);
                return true;
            } catch (MqttException e) {
                if (!isFull(e)) {
                    LOG.log(Level.WARNING, "a message on {0} is not sent: {1}", topic, e.getMessage());
                    return false;
                }
            }
        }
        if (waiting.size() == MOST) {
            LOG.log(Level.WARNING, "a message on {0} is not sent: {1} wait for the broker already", topic, MOST);
            return false;
        }
        return waiting.add(new Waiting(topic, message));
    }

    /** Go on: the broker has acknowledged something. */
    synchronized void acknowledged() {
        while (!waiting.isEmpty()) {
            Waiting next = waiting.element();
            try {
                client.publish(next.topic, next.message);
            } catch (MqttException e) {
                if (isFull(e)) {
                    return;
                }
                LOG.log(Level.WARNING, "a message on {0} is not sent: {1}", next.topic, e.getMessage());
            }
            waiting.remove();
        }
    }

    private static boolean isFull(MqttException e) {
        return e.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT;
    }
}
