package dev.aizuchi.mqtt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Any other client of the broker: a nurse's button, an intruder, a looker-on. */
final class ForeignClient implements AutoCloseable {
    private static final long MS = 20_000;

    /** A message as it arrived. */
    record Seen(String level, String text) {}

    final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private final MqttSettings settings;
    private final MqttAsyncClient client;

    ForeignClient(URI broker, MqttSettings settings) throws MqttException {
        this.settings = settings;
        this.client = new MqttAsyncClient(broker.toString(), "foreign-" + UUID.randomUUID(), new MemoryPersistence());
        client.setCallback(new Ears());
        client.connect().waitForCompletion(MS);
        client.subscribe(settings.topicRoot() + "/" + settings.robot() + "/+", 1)
                .waitForCompletion(MS);
    }

    void publish(Topic topic, String text) throws MqttException {
        publish(topic, text.getBytes(StandardCharsets.UTF_8), false);
    }

    void publish(Topic topic, byte[] payload, boolean retained) throws MqttException {
        client.publish(topic.of(settings), payload, 1, retained).waitForCompletion(MS);
    }

    /** Wait for a message on a topic that contains a text. */
    Seen next(Topic topic, String text) throws InterruptedException {
        return Patience.next(
                seen,
                message ->
                        message.level().equals(topic.level()) && message.text().contains(text));
    }

    @Override
    public void close() throws MqttException {
        client.disconnect().waitForCompletion(MS);
        client.close();
    }

    private final class Ears extends QuietCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            String level = topic.substring(topic.lastIndexOf('/') + 1);
            seen.add(new Seen(level, new String(message.getPayload(), StandardCharsets.UTF_8)));
        }
    }
}
