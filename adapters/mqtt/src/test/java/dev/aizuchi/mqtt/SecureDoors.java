package dev.aizuchi.mqtt;

import dev.aizuchi.mqtt.Authority.Issued;
import dev.aizuchi.mqtt.SecureLinkContract.Door;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The ports of a broker, and the files of certificates that belong to them. */
final class SecureDoors {
    private final Map<Door, Integer> ports = new EnumMap<>(Door.class);
    private final Map<Door, Issued> certificates = new EnumMap<>(Door.class);
    private final Authority authority = new Authority("Aizuchi test authority");
    private final Path directory;

    SecureDoors(Path directory) throws Exception {
        this.directory = directory;
        Iterator<Integer> free = Stream.generate(Ports::free)
                .distinct()
                .limit(Door.values().length)
                .iterator();
        for (Door door : Door.values()) {
            ports.put(door, free.next());
        }
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        certificates.put(Door.TLS, authority.issue("localhost", "127.0.0.1", tomorrow));
        certificates.put(Door.CLIENT_CERTIFICATE, certificate(Door.TLS));
        certificates.put(Door.EXPIRED, authority.issue("localhost", "127.0.0.1", yesterday));
        certificates.put(Door.OTHER_HOST, authority.issue("broker.example", "192.0.2.1", tomorrow));
        Issued client = authority.issue("client", "192.0.2.2", tomorrow);
        client.writeCertificate(clientCertificate());
        client.writeKey(clientKey());
        authority.write(ca());
    }

    URI uri(Door door) {
        return URI.create((door == Door.PLAIN ? "tcp" : "ssl") + "://127.0.0.1:" + port(door));
    }

    int port(Door door) {
        return Objects.requireNonNull(ports.get(door));
    }

    Issued certificate(Door door) {
        return Objects.requireNonNull(certificates.get(door));
    }

    Authority authority() {
        return authority;
    }

    Path ca() {
        return directory.resolve("ca.pem");
    }

    Path clientCertificate() {
        return directory.resolve("client.pem");
    }

    Path clientKey() {
        return directory.resolve("client-key.pem");
    }
}
