package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * Keep one client connected to the broker: connects again and again with growing pauses, each time from a clean start.
 *
 * <p>All connecting and disconnecting happens on a thread of its own, because the library deadlocks where a callback
 * disconnects. Each attempt has a fresh client, so that nothing of a broken connection is left in the next.
 */
final class Connection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 2_000;

    /** Listen on threads of the library: only hand over, never block, never call back into it. */
    interface Listener {
        void up();

        void down();

        void message(Topic topic, MqttMessage message);
    }

    private final MqttSettings settings;
    private final String clientId;
    private final List<Topic> subscriptions;
    private final boolean announcesStatus;
    private final Listener listener;
    private final ScheduledExecutorService connecting;
    private final Backlog backlog;
    private volatile @Nullable MqttAsyncClient live;
    private volatile String trouble = "no answer yet";
    private volatile boolean closed;
    // Confined to the connecting thread.
    private @Nullable MqttAsyncClient current;
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
        this.connecting = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId + "-connect"));
    }

    /** Begin to connect; returns at once. */
    void open() {
        Sockets.of(settings);
        later(0, this::attempt);
    }

    boolean isUp() {
        return live != null;
    }

    /** Say why the last attempt failed. */
    String trouble() {
        return trouble;
    }

    /** Publish now; returns false when it cannot be, and then nothing will be sent later. */
    boolean publish(Topic topic, byte[] payload, long expirySeconds) {
        MqttAsyncClient client = live;
        return client != null && publish(client, entry(topic, payload, expirySeconds));
    }

    /** Publish now or when the link is there again; of too many that wait the oldest are dropped. */
    void publishSurely(Topic topic, byte[] payload, long expirySeconds) {
        backlog.add(entry(topic, payload, expirySeconds));
        flush();
    }

    private void flush() {
        MqttAsyncClient client = live;
        if (client != null) {
            backlog.drain(entry -> publish(client, entry));
        }
    }

    private static Backlog.Entry entry(Topic topic, byte[] payload, long expirySeconds) {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(topic.qos());
        message.setRetained(topic.retained());
        if (expirySeconds > 0) {
            MqttProperties properties = new MqttProperties();
            properties.setMessageExpiryInterval(expirySeconds);
            message.setProperties(properties);
        }
        return new Backlog.Entry(topic, message);
    }

    private boolean publish(MqttAsyncClient client, Backlog.Entry entry) {
        try {
            client.publish(entry.topic().of(settings), entry.message());
            return true;
        } catch (MqttException e) {
            // Not connected, or too much under way: both are the caller's to know.
            return false;
        }
    }

    private void attempt() {
        if (closed) {
            return;
        }
        try {
            MqttAsyncClient client = new MqttAsyncClient(settings.serverUri(), clientId, new MemoryPersistence());
            current = client;
            client.setCallback(new Callbacks(settings, listener, () -> later(0, () -> lost(client)), this::flush));
            client.connect(
                    ConnectOptions.of(settings, announcesStatus),
                    null,
                    then(() -> later(0, () -> subscribe(client)), client));
            // The library waits forever for a broker that takes the connection and says nothing.
            later(TimeUnit.SECONDS.toMillis(2 * ConnectOptions.TIMEOUT_S), () -> {
                if (current == client && live != client) {
                    failed(client, "no answer");
                }
            });
        } catch (MqttException | AdapterException e) {
            failed(current, String.valueOf(e.getMessage()));
        }
    }

    private void subscribe(MqttAsyncClient client) {
        MqttSubscription[] wanted = subscriptions.stream()
                .map(topic -> {
                    MqttSubscription subscription = new MqttSubscription(topic.of(settings), topic.qos());
                    subscription.setNoLocal(true);
                    subscription.setRetainAsPublished(!topic.retained());
                    // An order that the broker keeps is an old one: only what tells a lasting fact is fetched.
                    subscription.setRetainHandling(topic.retained() ? 0 : 2);
                    return subscription;
                })
                .toArray(MqttSubscription[]::new);
        try {
            client.subscribe(
                    wanted, null, then(() -> later(0, () -> established(client)), client), new MqttProperties());
        } catch (MqttException e) {
            failed(client, String.valueOf(e.getMessage()));
        }
    }

    private void established(MqttAsyncClient client) {
        if (current != client || closed) {
            return;
        }
        live = client;
        pauseMs = FIRST_PAUSE_MS;
        listener.up();
        flush();
    }

    private void lost(MqttAsyncClient client) {
        if (current == client) {
            failed(client, "connection lost");
        }
    }

    private void failed(@Nullable MqttAsyncClient client, String why) {
        if (current != client || closed) {
            return;
        }
        boolean wasUp = live != null;
        live = null;
        current = null;
        trouble = why;
        if (wasUp) {
            LOG.log(Level.WARNING, "MQTT connection of {0} to {1} lost", clientId, settings.broker());
            listener.down();
        }
        later(pauseMs, this::attempt);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        discard(client, false);
    }

    private MqttActionListener then(Runnable done, MqttAsyncClient client) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                done.run();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable error) {
                later(0, () -> failed(client, Callbacks.text(error)));
            }
        };
    }

    /** Say goodbye after what is under way has been sent, and end. */
    @Override
    public void close() {
        closed = true;
        Threads.finish(connecting, () -> {
            live = null;
            discard(current, true);
        });
    }

    private static void discard(@Nullable MqttAsyncClient client, boolean politely) {
        if (client == null) {
            return;
        }
        try {
            client.disconnectForcibly(politely ? 200 : 0, politely ? 200 : 0, politely);
            client.close();
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "an MQTT client did not end cleanly", e);
        }
    }

    private void later(long delayMs, Runnable task) {
        Threads.later(connecting, delayMs, task);
    }
}
