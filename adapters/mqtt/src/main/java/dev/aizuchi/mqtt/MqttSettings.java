package dev.aizuchi.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Say how runtime and robot meet; both sides are given the same settings. Absent values take the defaults named here.
 *
 * @param broker {@code tcp://host:port}, or {@code ssl://host:port} for TLS; {@code mqtt} and {@code mqtts} mean the
 *     same
 * @param topicRoot what all topics begin with; {@code aizuchi}
 * @param robot the robot's id, the second level of its topics
 * @param username name for the broker; absent for a broker that asks for none
 * @param passwordFile file whose first line is the password; absent for none
 * @param caFile certificates in PEM that the broker's must be signed by; absent for those of the Java installation
 * @param certFile certificate in PEM by which the broker knows this client; absent for none
 * @param keyFile its private key in PEM (PKCS 8, not encrypted); present just when {@code certFile} is
 * @param heartbeat how often each side tells that it lives; 50 ms
 * @param deadman how long without the runtime's heartbeat until a moving robot stops by itself; 200 ms
 * @param linkTimeout how long without the robot's state until the runtime takes the link for down; 300 ms
 * @param ackTimeout how long without an acknowledgement until an order is sent again; 250 ms
 * @param openTimeout how long to wait for broker and robot at the start; 5 s
 * @param queue how many orders may be open, and how many messages may wait for the link; 64
 * @param ledgerFile file in which the robot's end remembers the orders over its restart; absent for in memory alone
 * @param sessionExpiry how long the broker keeps for the robot's end what comes while it is away, such as a nurse's
 *     stop; 0
 * @param cloudEvents whether payloads are CloudEvents 1.0 in structured JSON; both ends must be set alike
 */
public record MqttSettings(
        URI broker,
        String topicRoot,
        String robot,
        @Nullable String username,
        @Nullable Path passwordFile,
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile,
        Duration heartbeat,
        Duration deadman,
        Duration linkTimeout,
        Duration ackTimeout,
        Duration openTimeout,
        int queue,
        @Nullable Path ledgerFile,
        Duration sessionExpiry,
        boolean cloudEvents) {
    private static final Duration LONGEST_SESSION = Duration.ofDays(1);
    private static final Set<String> SCHEMES = Set.of("tcp", "ssl", "mqtt", "mqtts");

    public MqttSettings {
        Objects.requireNonNull(broker, "broker is missing; write one such as tcp://127.0.0.1:1883");
        Objects.requireNonNull(robot, "robot is missing: the robot's id in its topics");
        topicRoot = topicRoot == null ? "aizuchi" : topicRoot;
        heartbeat = positive("heartbeat", heartbeat, 50);
        deadman = positive("deadman", deadman, 200);
        linkTimeout = positive("link-timeout", linkTimeout, 300);
        ackTimeout = positive("ack-timeout", ackTimeout, 250);
        openTimeout = positive("open-timeout", openTimeout, 5_000);
        queue = queue == 0 ? 64 : queue;
        sessionExpiry = sessionExpiry == null ? Duration.ZERO : sessionExpiry;
        if (broker.getHost() == null || broker.getScheme() == null || !SCHEMES.contains(broker.getScheme())) {
            throw new IllegalArgumentException(
                    "broker " + broker + " is no address of a broker; write one such as tcp://127.0.0.1:1883");
        }
        requireTls(broker, caFile, certFile, keyFile);
        requireLevels("topic-root", topicRoot, "[^+#\\x00-\\x1f]+");
        requireLevels("robot", robot, "[^+#/\\x00-\\x1f]+");
        if (queue < 1 || queue > 10_000) {
            throw new IllegalArgumentException("queue must be from 1 to 10000, but is " + queue);
        }
        if (sessionExpiry.isNegative() || sessionExpiry.compareTo(LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException("session-expiry must be from 0 to one day, but is " + sessionExpiry);
        }
        if (deadman.compareTo(heartbeat.multipliedBy(2)) < 0 || linkTimeout.compareTo(heartbeat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "deadman and link-timeout must be at least twice the heartbeat, which is " + heartbeat);
        }
    }

    /** Take the defaults for all but the broker and the robot's id. */
    public static MqttSettings of(URI broker, String robot) {
        Duration ms = Duration.ofMillis(1);
        return new MqttSettings(
                broker,
                "aizuchi",
                robot,
                null,
                null,
                null,
                null,
                null,
                ms.multipliedBy(50),
                ms.multipliedBy(200),
                ms.multipliedBy(300),
                ms.multipliedBy(250),
                ms.multipliedBy(5_000),
                64,
                null,
                Duration.ZERO,
                false);
    }

    /** Give the same with a file in which the robot's end remembers its orders over a restart. */
    public MqttSettings withLedgerFile(Path file) {
        return new MqttSettings(
                broker,
                topicRoot,
                robot,
                username,
                passwordFile,
                caFile,
                certFile,
                keyFile,
                heartbeat,
                deadman,
                linkTimeout,
                ackTimeout,
                openTimeout,
                queue,
                file,
                sessionExpiry,
                cloudEvents);
    }

    /** Give the address in the form that the client library takes. */
    String serverUri() {
        boolean tls = isTls();
        int port = broker.getPort() > 0 ? broker.getPort() : tls ? 8883 : 1883;
        return (tls ? "ssl" : "tcp") + "://" + broker.getHost() + ":" + port;
    }

    boolean isTls() {
        return isTls(broker);
    }

    private static boolean isTls(URI broker) {
        return broker.getScheme().equals("ssl") || broker.getScheme().equals("mqtts");
    }

    /** Refuse what would have no effect: a password must not go over the air because of a wrong scheme. */
    private static void requireTls(URI broker, @Nullable Path ca, @Nullable Path cert, @Nullable Path key) {
        if (!isTls(broker) && (ca != null || cert != null || key != null)) {
            throw new IllegalArgumentException("ca-file, cert-file and key-file are for TLS, but broker is " + broker
                    + "; write ssl:// there, or take them out");
        }
        if ((cert == null) != (key == null)) {
            throw new IllegalArgumentException("cert-file and key-file belong together; give both or none");
        }
    }

    private static Duration positive(String key, @Nullable Duration value, long defaultMillis) {
        Duration chosen = value == null ? Duration.ofMillis(defaultMillis) : value;
        if (chosen.isNegative() || chosen.toMillis() == 0) {
            throw new IllegalArgumentException(key + " must be at least 1 ms, but is " + chosen);
        }
        return chosen;
    }

    private static void requireLevels(String key, String value, String pattern) {
        if (!value.matches(pattern) || value.startsWith("/") || value.endsWith("/") || value.startsWith("$")) {
            throw new IllegalArgumentException(key + " " + value + " cannot stand in a topic; use letters and digits");
        }
    }
}
