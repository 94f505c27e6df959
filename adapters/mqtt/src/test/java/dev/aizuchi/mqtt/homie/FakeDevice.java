package dev.aizuchi.mqtt.homie;

import dev.aizuchi.mqtt.QuietCallback;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** A device of Homie 5: shows itself as the convention has it, and becomes as it is set, at once or when told. */
final class FakeDevice extends QuietCallback implements AutoCloseable {
    private static final long MS = 20_000;

    /** What was set, as {@code node/property=payload}. */
    final BlockingQueue<String> set = new LinkedBlockingQueue<>();

    private final String base;
    private final MqttAsyncClient client;
    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private volatile boolean slow;
    private volatile boolean deaf;

    FakeDevice(URI broker, String domain, String id, String description, Map<String, String> values)
            throws MqttException {
        this.base = domain + "/5/" + id + "/";
        this.client = new MqttAsyncClient(broker.toString(), "device-" + domain + "-" + id, new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        MqttMessage will = new MqttMessage("lost".getBytes(StandardCharsets.UTF_8));
        will.setQos(2);
        will.setRetained(true);
        options.setWill(base + "$state", will);
        client.connect(options).waitForCompletion(MS);
        tell("$state", "init");
        tell("$description", description);
        for (Map.Entry<String, String> value : values.entrySet()) {
            tell(value.getKey(), value.getValue());
        }
        client.subscribe(base + "+/+/set", 2).waitForCompletion(MS);
        tell("$state", "ready");
    }

    /** From now on accept what is set by its target, and come to it only upon {@link #arrive}. */
    void slow() {
        slow = true;
    }

    /** Ignore what is set. */
    void deaf(boolean on) {
        deaf = on;
    }

    void arrive() throws MqttException {
        for (Map.Entry<String, String> each : waiting.entrySet()) {
            tell(each.getKey(), each.getValue());
        }
        waiting.clear();
    }

    void tell(String topic, String text) throws MqttException {
        client.publish(base + topic, text.getBytes(StandardCharsets.UTF_8), 2, true)
                .waitForCompletion(MS);
    }

    /** Die without a goodbye. */
    void die() throws MqttException {
        client.disconnectForcibly(0, 0, false);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws MqttException {
        String path = topic.substring(base.length(), topic.length() - "/set".length());
        String text = new String(message.getPayload(), StandardCharsets.UTF_8);
        if (slow && !deaf) {
            waiting.put(path, text);
            publish(path + "/$target", text);
        } else if (!deaf) {
            publish(path, text);
        }
        // Last, so that a test that has seen it finds all else done.
        set.add(path + "=" + text + (message.isRetained() ? " retained" : ""));
    }

    /** Publish from a callback, where nothing may be waited for. */
    private void publish(String topic, String text) throws MqttException {
        client.publish(base + topic, text.getBytes(StandardCharsets.UTF_8), 2, true);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(MS);
        }
        client.close();
    }
}
