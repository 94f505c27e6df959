package dev.aizuchi.telemetry;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Say where metrics are served.
 *
 * @param bind address of this machine; only those of the loopback are served without a token
 * @param port 0 for any that is free
 * @param token what a caller must send as a bearer token; "" for none
 */
public record MetricsSettings(String bind, int port, String token) {
    /** The port that exporters of OpenTelemetry are found at. */
    public static final int USUAL_PORT = 9464;

    public MetricsSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, but is " + port);
        }
        if (!address(bind).isLoopbackAddress() && token.isEmpty()) {
            throw new IllegalArgumentException("bind: " + bind + " can be reached from other machines: name a "
                    + "token-file too, or leave bind out to serve this machine alone");
        }
    }

    InetSocketAddress socket() {
        return new InetSocketAddress(address(bind), port);
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("bind: " + bind + " is no address of this machine", e);
        }
    }
}
