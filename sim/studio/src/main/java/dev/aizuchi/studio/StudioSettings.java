package dev.aizuchi.studio;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Say where the studio listens and to whom.
 *
 * @param bind the address; any but a loopback one needs a token
 * @param port 0 takes a free one
 * @param token what a person has to show; null where only this machine gets here
 * @param hosts names, beside addresses and localhost, by which browsers may call it
 */
public record StudioSettings(
        InetAddress bind, int port, @Nullable String token, Set<String> hosts) {
    /** Shorter ones could be tried one by one. */
    public static final int SHORTEST_TOKEN = 16;

    public StudioSettings {
        hosts = Set.copyOf(hosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, but is " + port);
        }
        if (token == null && !bind.isLoopbackAddress()) {
            throw new IllegalArgumentException("the studio shows what people say: to be reached from other machines by "
                    + bind.getHostAddress() + " it needs a token");
        }
        if (token != null && token.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("the token is shorter than " + SHORTEST_TOKEN + " characters");
        }
    }

    /** Listen on this machine alone. */
    public static StudioSettings local(int port) {
        return new StudioSettings(InetAddress.getLoopbackAddress(), port, null, Set.of());
    }
}
