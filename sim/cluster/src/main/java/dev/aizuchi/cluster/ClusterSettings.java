package dev.aizuchi.cluster;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Say how a machine takes part.
 *
 * @param join where the others are
 * @param bind address of this machine by which the others reach it
 * @param port first port to try
 * @param secret what all members know; needed where others than this machine's own processes can connect
 * @param jobs threads that this machine lends; 0 for one that only keeps the books
 * @param version of the program; a machine with another one is left out, since it might play otherwise
 */
public record ClusterSettings(
        Join join, InetAddress bind, int port, Optional<String> secret, int jobs, String version) {
    /** The port of Hazelcast. */
    public static final int USUAL_PORT = 5701;
    /** Where a member looks for others that nobody named. */
    public static final String THIS_MACHINE = "127.0.0.1";

    private static final int LEAST_SECRET = 16;

    public ClusterSettings {
        if (port < 1 || port > 65_535) {
            throw new ClusterException("the port must be from 1 to 65535, but is " + port);
        }
        if (jobs < 0) {
            throw new ClusterException("jobs must be 0 or more, but are " + jobs);
        }
        secret.filter(text -> text.length() < LEAST_SECRET).ifPresent(text -> {
            throw new ClusterException("the secret has " + text.length() + " characters; make one of " + LEAST_SECRET
                    + " or more, as by: openssl rand -hex 32");
        });
        if (!bind.isLoopbackAddress() && secret.isEmpty()) {
            throw new ClusterException("others can connect to " + bind.getHostAddress()
                    + ": give all members one secret, or bind to " + THIS_MACHINE);
        }
        if (bind.isLoopbackAddress() && leadsElsewhere(join)) {
            throw new ClusterException("other machines do not reach " + bind.getHostAddress()
                    + ": bind to this machine's address in their network");
        }
    }

    private static boolean leadsElsewhere(Join join) {
        return join instanceof Join.Hosts named
                && named.hosts().stream()
                        .anyMatch(host ->
                                !host.startsWith("127.") && !host.startsWith("localhost") && !host.startsWith("[::1]"));
    }

    /** Give the name by which members know each other: of the secret only its hash is shown to who connects. */
    String clusterName() {
        return "aizuchi-" + secret.map(ClusterSettings::hash).orElseGet(() -> System.getProperty("user.name"));
    }

    private static String hash(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("aizuchi " + secret).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
