package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/**
 * Hear and publish on topics of a convention that others made; a lost connection is made again, with all that was
 * subscribed to.
 *
 * <p>For the conventions that this adapter speaks, each in a package of its own.
 */
public final class TopicClient implements AutoCloseable {
    /** Listen on a thread of the library: hand over, never block. */
    public interface Listener {
        /** Take a message; one of more than 64 KiB never comes. */
        void message(String topic, byte[] payload);
    }

    private final BusConnection connection;
    private final Consumer<Boolean> link;

    /**
     * Make one that does nothing before {@link #connect}.
     *
     * @param filters what is listened to, with quality of service 1
     * @param link is told at once that there is none yet, and then on a thread of the library whenever it comes or goes
     */
    public TopicClient(MqttBusSettings settings, List<String> filters, Listener listener, Consumer<Boolean> link) {
        this.link = link;
        BusSubscriptions subscriptions = new BusSubscriptions();
        filters.forEach(filter -> subscriptions.add(filter, 1, message -> {}));
        this.connection = new BusConnection(settings, subscriptions, new BusConnection.Owner() {
            @Override
            public void heard(String topic, MqttMessage message) {
                if (message.getPayload().length <= Fields.MAX_PAYLOAD) {
                    listener.message(topic, message.getPayload());
                }
            }

            @Override
            public void link(boolean up) {
                link.accept(up);
            }
        });
    }

    /**
     * Connect, now or as soon as the broker is there.
     *
     * @throws AdapterException when that needs somebody to change something, such as a password
     */
    public void connect() {
        link.accept(false);
        connection.open();
    }

    /** Publish now, on the caller's thread; returns false when there is no connection, and then it is lost. */
    public boolean publish(String topic, byte[] payload, int qos) {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        return connection.publish(topic, message);
    }

    @Override
    public void close() {
        connection.close();
    }
}
