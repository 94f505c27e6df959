package dev.aizuchi.ros2.rosbridge;

import java.lang.System.Logger.Level;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
    private static final int BEATS = 3;

    /** Is told, on the thread of the link. */
    interface Owner {
        void up();

        void down();

        void received(String text);
    }

    private final RosbridgeSettings settings;
    private final BusThread thread;
    private final Owner owner;
    private final Door door;
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private @Nullable Connection connection;
    private boolean closed;
    private long pauseMs = FIRST_PAUSE_MS;

    Link(RosbridgeSettings settings, BusThread thread, Owner owner) {
        this.settings = settings;
        this.thread = thread;
        this.owner = owner;
        this.door = new Door(settings);
    }

    /** Begin to connect; done when the link stands, exceptionally when somebody must change something first. */
    CompletableFuture<Void> open() {
        door.authorization();
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

    /** Say goodbye after what is under way has gone out; done when that is said. */
    CompletableFuture<Void> close() {
        closed = true;
        return connection == null ? CompletableFuture.completedFuture(null) : connection.leave();
    }

    private void attempt() {
        if (closed) {
            return;
        }
        Connection next = new Connection();
        connection = next;
        var unused = door.open(next)
                .whenComplete((socket, failure) -> thread.post(() -> {
                    if (failure != null) {
                        door.lasting(failure).ifPresent(opened::completeExceptionally);
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

        CompletableFuture<Void> leave() {
            WebSocket leaving = socket;
            if (leaving == null) {
                return CompletableFuture.completedFuture(null);
            }
            return outbox.idle()
                    .thenCompose(idle -> leaving.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .handle((sent, failure) -> {
                        leaving.abort();
                        return null;
                    });
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
