package dev.aizuchi.app;

import dev.aizuchi.studio.StudioSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Choose by options where the studio listens and to whom. */
final class StudioAddress {
    private static final String TOKEN = "AIZUCHI_STUDIO_TOKEN";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8480",
            description = "port; 0 takes a free one (default: ${DEFAULT-VALUE})")
    private int port = 8_480;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "address to listen on; any but this machine's own needs a token (default: ${DEFAULT-VALUE})")
    private String bind = "127.0.0.1";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "what browsers are asked for, " + StudioSettings.SHORTEST_TOKEN
                    + " characters or more; better in the environment as " + TOKEN
                    + ", where other people on this machine do not see it")
    private @Nullable String token;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "a name by which browsers may call it, such as that of a reverse proxy")
    private Set<String> hosts = Set.of();

    StudioSettings settings() {
        try {
            return new StudioSettings(
                    InetAddress.getByName(bind), port, token == null ? System.getenv(TOKEN) : token, names());
        } catch (UnknownHostException e) {
            throw new ConfigException("--bind: there is no address " + bind, e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(e.getMessage() + "; see --bind, --port and --token", e);
        }
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        hosts.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    /** Say what follows from being reached by others. */
    Optional<String> warning() {
        return settings().bind().isLoopbackAddress()
                ? Optional.empty()
                : Optional.of(
                        "what people say is shown to whoever has the token, and goes over the network unencrypted;"
                                + " put TLS before it where others share that network");
    }
}
