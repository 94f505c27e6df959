package dev.aizuchi.ros2.rosbridge;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Keep a WebSocket to the bridge: connects again and again with growing pauses, and asks it for signs of life.
 *
 * <p>All is confined to the given thread; the library's threads only hand over.
 */
final class Link {
    private static final System.Logger LOG = System.getLogger(Link.class.getName());
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int BEATS = 3;

    /** Is told, on the thread of the link. */
    interface Owner {
        void up();

        void down();

        void received(String text);
    }

    private final RosbridgeSettings settings;
    private final Mainstay thread;
    private final Owner owner;
    private final HttpClient client;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private @Nullable Connection connection;
    private boolean closed;
    private long pauseMs = FIRST_PAUSE_MS;

    Link(RosbridgeSettings settings, Mainstay thread, Owner owner) {
        this.settings = settings;
        this.thread = thread;
        this.owner = owner;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECTING);
        Path caFile = settings.caFile();
        this.client = caFile == null
                ? builder.build()
                : builder.sslContext(Certificates.trusting(caFile)).build();
    }

    /** Begin to connect; done when the link stands, exceptionally when somebody must change something first. */
    CompletableFuture<Void> open() {
        authorization();
        thread.post(this::attempt);
        return opened;
    }

    boolean isUp() {
        return connection != null && connection.socket != null;
    }

    /** Send a text while the link stands. */
    void send(String text) {
        if (connection != null) {
            connection.send(text);
        }
    }

    void close() {
        closed = true;
        if (connection != null) {
            connection.end();
            connection = null;
        }
    }

    private void attempt() {
        if (closed) {
            return;
        }
        Connection next = new Connection();
        connection = next;
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(CONNECTING);
        String authorization = authorization();
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        var unused = builder.buildAsync(settings.uri(), next)
                .whenComplete((socket, failure) -> thread.post(() -> {
                    if (failure != null) {
                        refused(failure);
                        lost(next, "no connection");
                    } else if (connection == next && !closed) {
                        established(next, socket);
                    } else {
                        socket.abort();
                    }
                }));
    }

    private void established(Connection next, WebSocket socket) {
        next.socket = socket;
        pauseMs = FIRST_PAUSE_MS;
        next.beat(BEATS);
        owner.up();
        opened.complete(null);
    }

    private void lost(Connection which, String why) {
        if (connection != which || closed) {
            return;
        }
        boolean wasUp = isUp();
        connection = null;
        which.end();
        thread.later(Duration.ofMillis(pauseMs), this::attempt);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        if (wasUp) {
            LOG.log(Level.WARNING, "the link to rosbridge at {0} is lost: {1}", settings.uri(), why);
            owner.down();
        }
    }

    private void refused(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException handshake) {
            int status = handshake.getResponse().statusCode();
            if (status == 401 || status == 403) {
                opened.completeExceptionally(new AdapterException("rosbridge at " + settings.uri() + " refuses us ("
                        + status + "): give its secret in authorization-file"));
            }
        } else if (cause instanceof javax.net.ssl.SSLException) {
            opened.completeExceptionally(new AdapterException(
                    "rosbridge at " + settings.uri()
                            + " is not trusted: give the certificate that signed its own in ca-file",
                    cause));
        }
    }

    private @Nullable String authorization() {
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

    /** One attempt, and the connection that it becomes. */
    private final class Connection implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final Outbox outbox = new Outbox(thread, why -> lost(this, why));
        private @Nullable WebSocket socket;
        private volatile boolean heard;

        void send(String text) {
            if (socket != null) {
                outbox.send(socket, text);
            }
        }

        /** Ask for a sign of life, until there was none for some beats. */
        void beat(int left) {
            if (socket == null || connection != this) {
                return;
            }
            int beats = heard ? BEATS : left - 1;
            heard = false;
            if (beats < 0) {
                lost(this, "no sign of life");
                return;
            }
            var unused = socket.sendPing(ByteBuffer.allocate(0)).exceptionally(failure -> null);
            thread.later(settings.heartbeat(), () -> beat(beats));
        }

        void end() {
            if (socket != null) {
                socket.abort();
            }
        }

        @Override
        public @Nullable CompletableFuture<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard = true;
            text.append(data);
            if (text.length() > Notation.LONGEST) {
                thread.post(() -> lost(this, "a message is too long"));
            } else if (last) {
                String whole = text.toString();
                text.setLength(0);
                thread.post(() -> {
                    if (connection == this) {
                        owner.received(whole);
                    }
                    from.request(1);
                });
            } else {
                from.request(1);
            }
            return null;
        }

        @Override
        public @Nullable CompletableFuture<?> onPong(WebSocket from, ByteBuffer message) {
            heard = true;
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletableFuture<?> onClose(WebSocket from, int code, String reason) {
            thread.post(() -> lost(this, "closed with code " + code));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            thread.post(() -> lost(this, String.valueOf(error.getMessage())));
        }
    }
}
