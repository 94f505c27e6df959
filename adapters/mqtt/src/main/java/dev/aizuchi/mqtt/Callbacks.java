package dev.aizuchi.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Hand over what the library's threads tell; a message on a topic that is none of ours is dropped. */
final class Callbacks implements MqttCallback {
    private final MqttSettings settings;
    private final Connection.Listener listener;
    private final Runnable lost;
    private final Runnable sent;

    Callbacks(MqttSettings settings, Connection.Listener listener, Runnable lost, Runnable sent) {
        this.settings = settings;
        this.listener = listener;
        this.lost = lost;
        this.sent = sent;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        Topic.find(settings, topic).ifPresent(known -> listener.message(known, message));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost.run();
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        sent.run();
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    /** Say why a connection failed, with what lies under the library's own exception. */
    static String text(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null || cause.getMessage() == null ? String.valueOf(error.getMessage()) : cause.getMessage();
    }
}
