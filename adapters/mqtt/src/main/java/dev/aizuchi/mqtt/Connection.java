package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Keep one client connected to the broker: connects again and again with growing pauses, each time as a new client of
 * the library.
 *
 * <p>All connecting and disconnecting happens on a thread of its own. Each attempt is a fresh session, so that nothing
 * of a broken connection is left in the next.
 */
final class Connection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 2_000;

    /** Listen on threads of the library: only hand over, never block, never call back into it. */
    interface Listener {
        void up();

        /** Give the stop that a connection begins with, before anybody can send by it; nothing when none waits. */
        default Optional<byte[]> waitingStop() {
            return Optional.empty();
        }

        void down(String why);

        void message(Topic topic, byte[] payload, boolean retained);

        /** Hear that the broker forbids a message that was published. */
        void forbidden(Topic topic, byte[] payload, String why);
    }

    private final MqttSettings settings;
    private final String clientId;
    private final List<Topic> subscriptions;
    private final boolean announcesStatus;
    private final Listener listener;
    private final ScheduledExecutorService connecting;
    private final Backlog backlog;
    private final Envelope envelope;
    private final Diagnosis diagnosis;
    private final Session.Owner owner = new Watch();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile @Nullable Session live;
    private volatile Trouble trouble;
    private volatile boolean closed;
    // Confined to the connecting thread.
    private @Nullable Session current;
    private long pauseMs = FIRST_PAUSE_MS;

    Connection(
            MqttSettings settings,
            String clientId,
            List<Topic> subscriptions,
            boolean announcesStatus,
            Listener listener) {
        this.settings = settings;
        this.clientId = clientId;
        this.subscriptions = List.copyOf(subscriptions);
        this.announcesStatus = announcesStatus;
        this.listener = listener;
        this.backlog = new Backlog(settings.queue());
        this.envelope = new Envelope(settings, InstantSource.system());
        this.diagnosis = new Diagnosis(settings);
        this.trouble = diagnosis.silent("no answer yet");
        this.connecting = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId + "-connect"));
    }

    /**
     * Begin to connect.
     *
     * @return completed once the connection stands; exceptionally when that needs somebody to change something
     * @throws AdapterException when a file that the settings name cannot be used
     */
    CompletableFuture<Void> open() {
        ConnectOptions.of(settings, announcesStatus, envelope);
        later(0, this::attempt);
        return opened;
    }

    boolean isUp() {
        return live != null;
    }

    /** Say why the last attempt failed, and what helps. */
    String trouble() {
        return trouble.text();
    }

    /** Publish while the connection stands; without one, or when it breaks, the message is lost. */
    void publish(Topic topic, byte[] payload) {
        publish(topic, payload, topic.expirySeconds());
    }

    /** Publish what the broker drops after a time of its own. */
    void publish(Topic topic, byte[] payload, long expirySeconds) {
        Session session = live;
        if (session != null) {
            session.publish(entry(topic, payload, expirySeconds));
        }
    }

    /** Publish now or when the link is there again; of too many that wait the oldest are dropped. */
    void publishSurely(Topic topic, byte[] payload) {
        backlog.add(entry(topic, payload, topic.expirySeconds()));
        flush();
    }

    private Backlog.Entry entry(Topic topic, byte[] payload, long expirySeconds) {
        return Backlog.Entry.of(topic, envelope.wrap(topic, payload), envelope.contentType(), expirySeconds);
    }

    private void flush() {
        Session session = live;
        if (session != null) {
            backlog.drain(session::send);
        }
    }

    private void attempt() {
        if (closed) {
            return;
        }
        try {
            Session session = new Session(settings, clientId, listener, owner);
            current = session;
            session.connect(ConnectOptions.of(settings, announcesStatus, envelope));
            // The library waits forever for a broker that takes the connection and says nothing.
            later(TimeUnit.SECONDS.toMillis(2 * ConnectOptions.TIMEOUT_S), () -> {
                if (live != session) {
                    ended(session, diagnosis.silent("it takes the connection and says nothing"));
                }
            });
        } catch (MqttException e) {
            ended(current, diagnosis.of(e));
        } catch (AdapterException e) {
            ended(current, Trouble.lasting(String.valueOf(e.getMessage())));
        }
    }

    private void subscribe(Session session) {
        try {
            session.subscribe(subscriptions);
        } catch (MqttException e) {
            ended(session, diagnosis.of(e));
        }
    }

    private void established(Session session) {
        if (current != session || closed) {
            return;
        }
        listener.waitingStop().ifPresent(stop -> session.publish(entry(Topic.STOP, stop, Topic.STOP.expirySeconds())));
        live = session;
        pauseMs = FIRST_PAUSE_MS;
        listener.up();
        flush();
        opened.complete(null);
    }

    private void ended(@Nullable Session session, Trouble why) {
        if (current != session || closed) {
            return;
        }
        boolean wasUp = live != null;
        live = null;
        current = null;
        trouble = why;
        if (wasUp) {
            LOG.log(Level.WARNING, "MQTT connection of {0} lost: {1}", clientId, why.text());
            listener.down(why.text());
        }
        if (why.lasting()) {
            opened.completeExceptionally(new AdapterException(why.text()));
        }
        later(pauseMs, this::attempt);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        if (session != null) {
            session.end(false);
        }
    }

    /** Say goodbye after what is under way has been sent, and end. */
    @Override
    public void close() {
        closed = true;
        Threads.finish(connecting, () -> {
            live = null;
            if (current != null) {
                current.end(true);
            }
        });
    }

    private void later(long delayMs, Runnable task) {
        Threads.later(connecting, delayMs, task);
    }

    /** Take what a session tells over to the connecting thread. */
    private final class Watch implements Session.Owner {
        private final Set<Topic> forbidden = ConcurrentHashMap.newKeySet();

        @Override
        public void connected(Session session) {
            later(0, () -> subscribe(session));
        }

        @Override
        public void subscribed(Session session) {
            later(0, () -> established(session));
        }

        @Override
        public void ended(Session session, Trouble why) {
            later(0, () -> Connection.this.ended(session, why));
        }

        @Override
        public void sent() {
            flush();
        }

        @Override
        public void refused(Backlog.Entry entry, int code) {
            String why = diagnosis.forbidden("publish", entry.topic(), code);
            if (forbidden.add(entry.topic())) {
                LOG.log(Level.WARNING, why);
            }
            listener.forbidden(entry.topic(), Envelope.open(entry.message()), why);
        }
    }
}
