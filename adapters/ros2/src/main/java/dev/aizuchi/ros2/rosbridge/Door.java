package dev.aizuchi.ros2.rosbridge;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Open WebSockets to the bridge, with what it asks for, and say why it refuses. */
final class Door {
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final RosbridgeSettings settings;
    private final HttpClient client;

    Door(RosbridgeSettings settings) {
        this.settings = settings;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECTING);
        Path caFile = settings.caFile();
        this.client = caFile == null
                ? builder.build()
                : builder.sslContext(Certificates.trusting(caFile)).build();
    }

    CompletableFuture<WebSocket> open(WebSocket.Listener listener) {
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(CONNECTING);
        try {
            String authorization = authorization();
            if (authorization != null) {
                builder.header("Authorization", authorization);
            }
        } catch (AdapterException e) {
            return CompletableFuture.failedFuture(e);
        }
        return builder.buildAsync(settings.uri(), listener);
    }

    /** Read the secret, which may be renewed while we run; {@link AdapterException} where that cannot be done. */
    @Nullable
    String authorization() {
        Path file = settings.authorizationFile();
        if (file == null) {
            return null;
        }
        try {
            return Files.readAllLines(file).stream().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new AdapterException("authorization-file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Give what is wrong where another attempt would fail in the same way. */
    Optional<AdapterException> lasting(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException handshake) {
            int status = handshake.getResponse().statusCode();
            return status != 401 && status != 403
                    ? Optional.empty()
                    : Optional.of(new AdapterException("rosbridge at " + settings.uri() + " refuses us (" + status
                            + "): give its secret in authorization-file"));
        }
        return cause instanceof SSLException
                ? Optional.of(new AdapterException(
                        "rosbridge at " + settings.uri()
                                + " is not trusted: give the certificate that signed its own in ca-file",
                        cause))
                : Optional.empty();
    }
}
