package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;

/** Keep a bus connected: each attempt is a client of its own, made and ended on the connecting thread. */
final class BusConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BusConnection.class.getName());
    private static final long PAUSE_MS = 500;
    private static final long WAIT_MS = 1_000L * ConnectOptions.TIMEOUT_S;

    private final MqttSettings settings;
    private final BusSubscriptions subscriptions;
    private final BiConsumer<String, MqttMessage> heard;
    private final Runnable lost;
    private final Diagnosis diagnosis;
    private final ScheduledExecutorService connecting;
    private final List<Consumer<Boolean>> links = new CopyOnWriteArrayList<>();
    private volatile @Nullable MqttAsyncClient live;
    private volatile boolean closed;

    BusConnection(
            MqttBusSettings settings,
            BusSubscriptions subscriptions,
            BiConsumer<String, MqttMessage> heard,
            Runnable lost) {
        this.settings = settings.link();
        this.subscriptions = subscriptions;
        this.heard = heard;
        this.lost = lost;
        this.diagnosis = new Diagnosis(this.settings);
        this.connecting = Executors.newSingleThreadScheduledExecutor(Threads.named(settings.clientId() + "-connect"));
    }

    /**
     * Connect, now or as soon as the broker is there.
     *
     * @throws AdapterException when that needs somebody to change something, such as a password
     */
    void open() {
        Trouble trouble = attempt();
        if (trouble != null && trouble.lasting()) {
            throw new AdapterException(trouble.text());
        }
    }

    private synchronized @Nullable Trouble attempt() {
        if (closed) {
            return null;
        }
        MqttAsyncClient client = null;
        try {
            client = new MqttAsyncClient(settings.serverUri(), settings.robot(), new MemoryPersistence());
            client.setCallback(new Watch(client));
            client.connect(ConnectOptions.of(settings, false)).waitForCompletion(WAIT_MS);
            for (var filter : subscriptions.filters().entrySet()) {
                client.subscribe(new MqttSubscription(filter.getKey(), filter.getValue()))
                        .waitForCompletion(WAIT_MS);
            }
            live = client;
            links.forEach(link -> link.accept(true));
            return null;
        } catch (MqttException e) {
            Trouble trouble = diagnosis.of(e);
            LOG.log(Level.WARNING, trouble.text());
            end(client);
            Threads.later(connecting, PAUSE_MS, this::attempt);
            return trouble;
        }
    }

    private synchronized void ended(MqttAsyncClient client) {
        if (client.equals(live) && !closed) {
            live = null;
            lost.run();
            links.forEach(link -> link.accept(false));
            end(client);
            attempt();
        }
    }

    /** Publish now; tells whether there is a link. */
    boolean publish(String topic, MqttMessage message) {
        MqttAsyncClient client = live;
        if (client == null) {
            return false;
        }
        try {
            client.publish(topic, message);
            return true;
        } catch (MqttException e) {
            LOG.log(Level.WARNING, "a message on {0} is not sent: {1}", topic, e.getMessage());
            return false;
        }
    }

    void subscribe(String filter, int qos) {
        MqttAsyncClient client = live;
        if (client == null) {
            return;
        }
        try {
            client.subscribe(new MqttSubscription(filter, qos));
        } catch (MqttException e) {
            LOG.log(Level.WARNING, "{0} cannot be heard: {1}", filter, e.getMessage());
        }
    }

    synchronized void onLink(Consumer<Boolean> listener) {
        links.add(listener);
        listener.accept(live != null);
    }

    @Override
    public void close() {
        closed = true;
        Threads.finish(connecting, () -> {
            MqttAsyncClient client = live;
            live = null;
            end(client);
        });
    }

    private static void end(@Nullable MqttAsyncClient client) {
        if (client == null) {
            return;
        }
        try {
            client.disconnectForcibly(0, 200, client.isConnected());
            client.close();
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "an MQTT client did not end cleanly", e);
        }
    }

    /** Take what the library's threads tell over to the connecting thread, and hand on what is heard. */
    private final class Watch extends QuietCallback {
        private final MqttAsyncClient client;

        Watch(MqttAsyncClient client) {
            this.client = client;
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            Threads.later(connecting, 0, () -> ended(client));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            heard.accept(topic, message);
        }
    }
}
