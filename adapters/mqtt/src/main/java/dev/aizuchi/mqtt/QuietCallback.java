package dev.aizuchi.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Do nothing about what the library tells, but for what a subclass takes up. */
public abstract class QuietCallback implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) throws Exception {}

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
