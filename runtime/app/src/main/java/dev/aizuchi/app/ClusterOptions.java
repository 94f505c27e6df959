package dev.aizuchi.app;

import dev.aizuchi.cluster.ClusterException;
import dev.aizuchi.cluster.ClusterSettings;
import dev.aizuchi.cluster.Join;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Take from the command line how a machine takes part in a cluster. */
final class ClusterOptions {
    private static final String SECRET = "AIZUCHI_CLUSTER_SECRET";

    @Option(
            names = "--cluster",
            paramLabel = "WHERE",
            arity = "0..1",
            fallbackValue = ClusterSettings.THIS_MACHINE,
            description = {
                "play on all machines that lend threads: HOST[:PORT],… or kubernetes:SERVICE",
                "(without a value: those on this machine; write it last, or with =)"
            })
    private @Nullable String where;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "address of this machine for the others (default: 127.0.0.1, which only its own processes reach)")
    private String bind = ClusterSettings.THIS_MACHINE;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "first port to try for the others (default: " + ClusterSettings.USUAL_PORT + ")")
    private int port = ClusterSettings.USUAL_PORT;

    @Option(
            names = "--secret",
            paramLabel = "FILE",
            description = "what all machines know; needed with --bind (default: the variable " + SECRET + ")")
    private @Nullable Path secret;

    boolean isAsked() {
        return where != null;
    }

    /** Give the settings; machines that match otherwise are of another kind, since they might play otherwise. */
    ClusterSettings settings(int jobs, boolean noEncoder) {
        try {
            return new ClusterSettings(
                    Join.parse(where == null ? ClusterSettings.THIS_MACHINE : where),
                    address(),
                    port,
                    secret(),
                    jobs,
                    new Main.Version().getVersion()[0] + (noEncoder ? " without encoder" : ""));
        } catch (ClusterException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new ConfigException("--bind " + bind + " is no address of this machine", e);
        }
    }

    private Optional<String> secret() {
        try {
            String named = secret == null ? System.getenv(SECRET) : Files.readString(secret);
            return Optional.ofNullable(named).map(String::strip).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new ConfigException("--secret " + secret + " cannot be read: " + e, e);
        }
    }
}
