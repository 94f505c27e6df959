package dev.aizuchi.app;

import dev.aizuchi.telemetry.MetricsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Say where metrics are served for Prometheus.
 *
 * @param port 9464 where it is left out
 * @param bind address to serve; this machine alone where it is left out
 * @param tokenFile file with the token that a caller must send; needed for any other address
 */
record MetricsConfig(
        int port, @Nullable String bind, @Nullable Path tokenFile) {
    MetricsConfig {
        port = port == 0 ? MetricsSettings.USUAL_PORT : port;
        bind = bind == null ? "127.0.0.1" : bind;
        // Tells what cannot be while the line is known; the token itself is read at the start.
        var unused = new MetricsSettings(bind, port, tokenFile == null ? "" : "unread");
    }

    MetricsSettings settings() {
        return new MetricsSettings(bind == null ? "" : bind, port, tokenFile == null ? "" : token(tokenFile));
    }

    /** Read the token that stands in a file, as it is needed on both sides. */
    static String token(Path file) {
        try {
            String token = Files.readString(file).strip();
            if (token.isEmpty()) {
                throw new ConfigException(file + " holds no token; make one with: openssl rand -hex 32 > " + file);
            }
            return token;
        } catch (IOException e) {
            throw new ConfigException(
                    "cannot read the token " + file + "; make one with: openssl rand -hex 32 > " + file);
        }
    }
}
