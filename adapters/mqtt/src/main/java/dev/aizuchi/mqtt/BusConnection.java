package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;

/**
 * Keep a bus connected: each attempt is a client of its own, made and ended on the connecting thread, which alone waits
 * for the network. Nothing is locked meanwhile; whoever hears of the link is called elsewhere and may take their time.
 */
final class BusConnection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BusConnection.class.getName());
    private static final long PAUSE_MS = 500;
    private static final long WAIT_MS = 1_000L * ConnectOptions.TIMEOUT_S;

    private final MqttSettings settings;
    private final BusSubscriptions subscriptions;
    private final Owner owner;
    private final Diagnosis diagnosis;
    private final ScheduledExecutorService connecting;
    private volatile @Nullable MqttAsyncClient live;
    private volatile boolean closed;

    /** Is told on threads that must not be held up. */
    interface Owner {
        void heard(String topic, MqttMessage message);

        /** The link went up or down. */
        void link(boolean up);
    }

    BusConnection(MqttBusSettings settings, BusSubscriptions subscriptions, Owner owner) {
        this.settings = settings.link();
        this.subscriptions = subscriptions;
        this.owner = owner;
        this.diagnosis = new Diagnosis(this.settings);
        this.connecting = Executors.newSingleThreadScheduledExecutor(Threads.named(settings.clientId() + "-connect"));
    }

    /**
     * Connect, now or as soon as the broker is there.
     *
     * @throws AdapterException when that needs somebody to change something, such as a password
     */
    void open() {
        try {
            Optional<Trouble> trouble = connecting.submit(this::attempt).get();
            if (trouble.isPresent() && trouble.get().lasting()) {
                throw new AdapterException(trouble.get().text());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdapterException("interrupted while connecting to " + settings.broker(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AdapterException cause
                    ? cause
                    : new AdapterException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Trouble> attempt() {
        if (closed) {
            return Optional.empty();
        }
        MqttAsyncClient client = null;
        try {
            client = new MqttAsyncClient(settings.serverUri(), settings.robot(), new MemoryPersistence());
            client.setCallback(new Watch(client));
            client.connect(ConnectOptions.of(settings, false)).waitForCompletion(WAIT_MS);
            Map<String, Integer> filters = subscribeAll(client, Map.of());
            live = client;
            // What was added while there was nobody to be told of it.
            subscribeAll(client, filters);
            owner.link(true);
            return Optional.empty();
        } catch (MqttException e) {
            Trouble trouble = diagnosis.of(e);
            LOG.log(Level.WARNING, trouble.text());
            live = null;
            end(client);
            Threads.later(connecting, PAUSE_MS, this::attempt);
            return Optional.of(trouble);
        }
    }

    private Map<String, Integer> subscribeAll(MqttAsyncClient client, Map<String, Integer> known) throws MqttException {
        Map<String, Integer> filters = subscriptions.filters();
        for (var filter : filters.entrySet()) {
            if (!filter.getValue().equals(known.get(filter.getKey()))) {
                client.subscribe(new MqttSubscription(filter.getKey(), filter.getValue()))
                        .waitForCompletion(WAIT_MS);
            }
        }
        return filters;
    }

    private void ended(MqttAsyncClient client) {
        if (client.equals(live) && !closed) {
            live = null;
            owner.link(false);
            end(client);
            var unused = attempt();
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
            owner.heard(topic, message);
        }
    }
}
