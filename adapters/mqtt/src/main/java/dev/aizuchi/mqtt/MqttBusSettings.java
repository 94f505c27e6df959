package dev.aizuchi.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Say how devices are reached that speak MQTT topics of their own.
 *
 * @param broker {@code tcp://host:port}, or {@code ssl://host:port} for TLS
 * @param clientId name of this client, one for each runtime on the broker; its answers come on
 *     {@code aizuchi/CLIENT-ID/answers}
 * @param username name for the broker; absent for a broker that asks for none
 * @param passwordFile file whose first line is the password; absent for none
 * @param caFile certificates in PEM that the broker's must be signed by; absent for those of the Java installation
 * @param certFile certificate in PEM by which the broker knows this client; absent for none
 * @param keyFile its private key in PEM (PKCS 8, not encrypted); present just when {@code certFile} is
 */
public record MqttBusSettings(
        URI broker,
        String clientId,
        @Nullable String username,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile) {
    public MqttBusSettings {
        Objects.requireNonNull(broker, "broker is missing; write one such as tcp://127.0.0.1:1883");
        Objects.requireNonNull(clientId, "client-id is missing: a name of this client, such as aizuchi-1");
    }

    /** Take no password and no certificates. */
    public static MqttBusSettings of(URI broker, String clientId) {
        return new MqttBusSettings(broker, clientId, null, null, null, null, null);
    }

    /** Give the same as a link to a robot has it: address, TLS and passwords work alike. */
    MqttSettings link() {
        MqttSettings usual = MqttSettings.of(broker, clientId);
        return new MqttSettings(
                broker,
                usual.topicRoot(),
                clientId,
                username,
                passwordFile,
                caFile,
                certFile,
                keyFile,
                usual.heartbeat(),
                usual.deadman(),
                usual.linkTimeout(),
                usual.ackTimeout(),
                Duration.ofSeconds(ConnectOptions.TIMEOUT_S),
                usual.queue(),
                usual.ledgerFile(),
                usual.sessionExpiry(),
                usual.cloudEvents());
    }

    String answers() {
        return "aizuchi/" + clientId + "/answers";
    }
}
