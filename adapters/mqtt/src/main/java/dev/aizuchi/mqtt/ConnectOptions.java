package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Say how a client connects: from a clean start, with nothing kept for it while it is away. */
final class ConnectOptions {
    static final int TIMEOUT_S = 3;
    private static final int KEEP_ALIVE_S = 5;

    private ConnectOptions() {}

    /**
     * Build them.
     *
     * @param announcesStatus whether the broker shall tell that the robot is gone when this connection breaks
     */
    static MqttConnectionOptions of(MqttSettings settings, boolean announcesStatus) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setSessionExpiryInterval(0L);
        options.setAutomaticReconnect(false);
        options.setConnectionTimeout(TIMEOUT_S);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setMaximumPacketSize(2L * Fields.MAX_PAYLOAD);
        options.setSocketFactory(Sockets.of(settings));
        String username = settings.username();
        if (username != null) {
            options.setUserName(username);
        }
        Path passwordFile = settings.passwordFile();
        if (passwordFile != null) {
            options.setPassword(password(passwordFile));
        }
        if (announcesStatus) {
            MqttMessage will = new MqttMessage(Wire.status(false));
            will.setQos(Topic.STATUS.qos());
            will.setRetained(Topic.STATUS.retained());
            options.setWill(Topic.STATUS.of(settings), will);
        }
        return options;
    }

    private static byte[] password(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AdapterException("password-file " + file + " cannot be read; check its path and rights", e);
        }
    }
}
