package dev.aizuchi.mqtt.homie;

import dev.aizuchi.mqtt.MqttBusSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Say where devices are found that speak Homie 5. Absent values take the defaults named here.
 *
 * @param broker {@code tcp://host:port}, or {@code ssl://host:port} for TLS
 * @param domain first level of their topics; {@code homie}
 * @param places whose a device is, as people call the place, by {@code device} or {@code device/node}; a device without
 *     an entry is called by its own name and that of its node
 * @param discovery how long to wait at the start for devices to show themselves; 1 s
 * @param username name for the broker; absent for a broker that asks for none
 * @param passwordFile file whose first line is the password; absent for none
 * @param caFile certificates in PEM that the broker's must be signed by; absent for those of the Java installation
 * @param certFile certificate in PEM by which the broker knows this client; absent for none
 * @param keyFile its private key in PEM (PKCS 8, not encrypted); present just when {@code certFile} is
 */
public record HomieSettings(
        URI broker,
        String domain,
        Map<String, String> places,
        Duration discovery,
        @Nullable String username,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile) {
    public HomieSettings {
        Objects.requireNonNull(broker, "broker is missing; write one such as tcp://127.0.0.1:1883");
        domain = domain == null ? "homie" : domain;
        places = places == null ? Map.of() : Map.copyOf(places);
        discovery = discovery == null ? Duration.ofSeconds(1) : discovery;
        if (!domain.matches("[^+#/$\\x00-\\x1f]+")) {
            throw new IllegalArgumentException(
                    "domain " + domain + " is no single level of a topic; write one such as homie");
        }
        if (discovery.isNegative() || discovery.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("discovery must be from 0 to one minute, but is " + discovery);
        }
    }

    /** Take the defaults for all but the broker. */
    public static HomieSettings of(URI broker) {
        return new HomieSettings(broker, "homie", Map.of(), Duration.ofSeconds(1), null, null, null, null, null);
    }

    String root() {
        return domain + "/5/";
    }

    MqttBusSettings link(String clientId) {
        return new MqttBusSettings(broker, clientId, username, passwordFile, caFile, certFile, keyFile);
    }
}
