package dev.aizuchi.ros2.rosbridge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Say where rosbridge is, and how it is reached. Absent values take the defaults named here.
 *
 * @param uri {@code ws://host:9090}, or {@code wss://host:9090} for TLS
 * @param authorizationFile file whose first line goes out as the header {@code Authorization}, such as {@code Bearer
 *     abc}; absent for none
 * @param caFile certificates in PEM that the server's must be signed by; absent for those of the Java installation
 * @param definitions folders with packages whose messages are checked here before they go out; none: the bridge checks
 * @param heartbeat how often the bridge is asked for a sign of life; without one for three times as long the link is
 *     down; 2 s
 * @param openTimeout how long to wait for the bridge at the start; 5 s
 */
public record RosbridgeSettings(
        URI uri,
        @Nullable Path authorizationFile,
        @Nullable Path caFile,
        List<Path> definitions,
        Duration heartbeat,
        Duration openTimeout) {
    public RosbridgeSettings {
        Objects.requireNonNull(uri, "uri is missing; write one such as ws://127.0.0.1:9090");
        if (uri.getHost() == null || !List.of("ws", "wss").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "uri " + uri + " is none of rosbridge; write one such as ws://127.0.0.1:9090");
        }
        definitions = definitions == null ? List.of() : List.copyOf(definitions);
        heartbeat = heartbeat == null ? Duration.ofSeconds(2) : heartbeat;
        openTimeout = openTimeout == null ? Duration.ofSeconds(5) : openTimeout;
        if (heartbeat.toMillis() < 50) {
            throw new IllegalArgumentException("heartbeat must be at least 50 ms, but is " + heartbeat);
        }
        boolean tls = uri.getScheme().equals("wss");
        if (!tls && caFile != null) {
            throw new IllegalArgumentException("ca-file is for TLS, but uri is " + uri + "; write wss:// there");
        }
        if (!tls && authorizationFile != null && !isHere(uri.getHost())) {
            throw new IllegalArgumentException(
                    "authorization-file would send a secret in the clear to " + uri + "; write wss:// there");
        }
    }

    /** Take the defaults for all but the address. */
    public static RosbridgeSettings of(URI uri, List<Path> definitions) {
        return new RosbridgeSettings(uri, null, null, definitions, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
