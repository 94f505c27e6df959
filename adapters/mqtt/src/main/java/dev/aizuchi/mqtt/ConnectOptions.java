package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Say how a client connects: from a clean start, with nothing kept for it while it is away, but for a robot's end whose
 * settings have the broker keep its session.
 */
final class ConnectOptions {
    static final int TIMEOUT_S = 3;
    private static final int KEEP_ALIVE_S = 5;

    private ConnectOptions() {}

    /** Build them with payloads as the settings have them. */
    static MqttConnectionOptions of(MqttSettings settings, boolean announcesStatus) {
        return of(settings, announcesStatus, new Envelope(settings, InstantSource.system()));
    }

    /**
     * Build them.
     *
     * @param announcesStatus whether this is the robot's end, of which the broker tells that it is gone when the
     *     connection breaks
     * @param envelope of the payload of that last will
     */
    static MqttConnectionOptions of(MqttSettings settings, boolean announcesStatus, Envelope envelope) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        long kept = announcesStatus ? settings.sessionExpiry().toSeconds() : 0;
        options.setCleanStart(kept == 0);
        options.setSessionExpiryInterval(kept);
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
            MqttMessage will = new MqttMessage(envelope.wrap(Topic.STATUS, Wire.status(false)));
            will.setQos(Topic.STATUS.qos());
            will.setRetained(Topic.STATUS.retained());
            MqttProperties properties = new MqttProperties();
            properties.setContentType(envelope.contentType());
            options.setWillMessageProperties(properties);
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
