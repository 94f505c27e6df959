package dev.aizuchi.mqtt;

import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Hand over what the library's threads tell; a message on a topic that is none of ours is dropped. */
final class Callbacks extends QuietCallback {
    private final MqttSettings settings;
    private final Connection.Listener listener;
    private final Consumer<MqttDisconnectResponse> lost;
    private final Runnable sent;

    Callbacks(
            MqttSettings settings, Connection.Listener listener, Consumer<MqttDisconnectResponse> lost, Runnable sent) {
        this.settings = settings;
        this.listener = listener;
        this.lost = lost;
        this.sent = sent;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        Topic.find(settings, topic)
                .ifPresent(known -> listener.message(known, Envelope.open(message), message.isRetained()));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost.accept(response);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        sent.run();
    }
}
