package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.paho.mqttv5.client.IMqttToken;
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
    private volatile @Nullable Link live;
    private volatile boolean closed;

    /** A client that is connected, and what waits to go out by it. */
    private record Link(MqttAsyncClient client, Outbox outbox) {}

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
            Outbox outbox = new Outbox(client);
            client.setCallback(new Watch(client, outbox));
            client.connect(ConnectOptions.of(settings, false)).waitForCompletion(WAIT_MS);
            Map<String, Integer> filters = subscribeAll(client, Map.of());
            live = new Link(client, outbox);
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
        Link link = live;
        if (link != null && client.equals(link.client) && !closed) {
            live = null;
            owner.link(false);
            end(client);
            var unused = attempt();
        }
    }

    /** Publish now, or as soon as the broker takes more; tells whether there is a link that takes it. */
    boolean publish(String topic, MqttMessage message) {
        Link link = live;
        return link != null && link.outbox.publish(topic, message);
    }

    void subscribe(String filter, int qos) {
        Link link = live;
        if (link == null) {
            return;
        }
        try {
            link.client.subscribe(new MqttSubscription(filter, qos));
        } catch (MqttException e) {
            LOG.log(Level.WARNING, "{0} cannot be heard: {1}", filter, e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        Threads.finish(connecting, () -> {
            Link link = live;
            live = null;
            end(link == null ? null : link.client);
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
        private final Outbox outbox;

        Watch(MqttAsyncClient client, Outbox outbox) {
            this.client = client;
            this.outbox = outbox;
        }

        @Override
        public void deliveryComplete(IMqttToken token) {
            outbox.acknowledged();
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
