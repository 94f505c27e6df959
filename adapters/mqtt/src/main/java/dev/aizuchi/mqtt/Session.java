package dev.aizuchi.mqtt;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Run one client of the library from its connection to its end; what breaks is not mended but followed by a new
 * session.
 *
 * <p>All but {@link #publish} and {@link #send} is called on the connecting thread, and none of it by a callback,
 * because the library deadlocks where a callback disconnects.
 */
final class Session {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    private static final int POLITE_MS = 200;

    /** Hear how the session fares, on threads of the library. */
    interface Owner {
        void connected(Session session);

        void subscribed(Session session);

        void ended(Session session, Trouble trouble);

        /** Tell that there is room for further messages. */
        void sent();

        void refused(Backlog.Entry entry, int code);
    }

    private final MqttSettings settings;
    private final MqttAsyncClient client;
    private final Owner owner;
    private final Diagnosis diagnosis;
    private final Backlog waitingStops;
    private final Backlog waiting;
    private volatile boolean connected;

    Session(MqttSettings settings, String clientId, Connection.Listener listener, Owner owner) throws MqttException {
        this.settings = settings;
        this.owner = owner;
        this.diagnosis = new Diagnosis(settings);
        this.waitingStops = new Backlog(settings.queue());
        this.waiting = new Backlog(settings.queue());
        this.client = new MqttAsyncClient(settings.serverUri(), clientId, new MemoryPersistence());
        client.setCallback(new Callbacks(settings, listener, this::lost, this::sent));
    }

    void connect(MqttConnectionOptions options) throws MqttException {
        client.connect(options, null, then(token -> connected(), this::failed));
    }

    private void connected() {
        connected = true;
        owner.connected(this);
    }

    void subscribe(List<Topic> topics) throws MqttException {
        MqttSubscription[] wanted = topics.stream().map(this::subscription).toArray(MqttSubscription[]::new);
        client.subscribe(wanted, null, then(token -> granted(topics, token), this::failed), new MqttProperties());
    }

    /**
     * Publish now, or as soon as the broker has acknowledged enough of what is under way; what waits ends with the
     * session. A stop overtakes all but other stops; what may be lost never waits.
     */
    void publish(Backlog.Entry entry) {
        if (entry.topic().qos() == 0) {
            send(entry);
        } else {
            (entry.topic() == Topic.STOP ? waitingStops : waiting).add(entry);
            drain();
        }
    }

    /** Send what waits; one at a time, so that no resume that followed a stop goes before it. */
    private synchronized void drain() {
        waitingStops.drain(this::send);
        if (waitingStops.size() == 0) {
            waiting.drain(this::send);
        }
    }

    /** Publish now; returns false when it cannot be, and then nothing will be sent later. */
    boolean send(Backlog.Entry entry) {
        try {
            client.publish(
                    entry.topic().of(settings),
                    entry.message(),
                    null,
                    then(
                            token -> {
                                int[] codes = token.getReasonCodes();
                                if (codes != null && codes.length > 0 && Diagnosis.isRefusal(codes[0])) {
                                    owner.refused(entry, codes[0]);
                                }
                            },
                            error -> {}));
            return true;
        } catch (MqttException e) {
            // Not connected, or too much under way: both are the caller's to know.
            return false;
        }
    }

    void end(boolean politely) {
        int patience = politely ? POLITE_MS : 0;
        try {
            client.disconnectForcibly(patience, patience, politely);
            client.close();
        } catch (MqttException e) {
            LOG.log(Level.DEBUG, "an MQTT client did not end cleanly", e);
        }
    }

    private MqttSubscription subscription(Topic topic) {
        MqttSubscription subscription = new MqttSubscription(topic.of(settings), topic.qos());
        subscription.setNoLocal(true);
        subscription.setRetainAsPublished(!topic.retained());
        // An order that the broker keeps is an old one: only what tells a lasting fact is fetched.
        subscription.setRetainHandling(topic.isFetched() ? 0 : 2);
        return subscription;
    }

    private void granted(List<Topic> topics, IMqttToken token) {
        int[] codes = token.getReasonCodes();
        for (int i = 0; codes != null && i < codes.length; i++) {
            if (Diagnosis.isRefusal(codes[i])) {
                owner.ended(this, Trouble.lasting(diagnosis.forbidden("read", topics.get(i), codes[i])));
                return;
            }
        }
        owner.subscribed(this);
    }

    private void sent() {
        drain();
        owner.sent();
    }

    private void failed(Throwable error) {
        owner.ended(this, diagnosis.of(error));
    }

    private void lost(MqttDisconnectResponse response) {
        MqttException error = response.getException();
        if (connected) {
            owner.ended(
                    this,
                    error == null
                            ? diagnosis.ended(response.getReturnCode(), response.getReasonString())
                            : diagnosis.silent("connection lost"));
        } else if (error != null) {
            failed(error);
        }
    }

    private static MqttActionListener then(Consumer<IMqttToken> done, Consumer<Throwable> failed) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                done.accept(token);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable error) {
                failed.accept(error);
            }
        };
    }
}
