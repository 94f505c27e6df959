package dev.aizuchi.mqtt;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.robot.Outcome.Reason;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * Speak to devices by MQTT topics of their own, in JSON. A call is a message with a response topic and correlation data
 * (MQTT 5, request and response); actions with feedback there are none.
 */
final class MqttBus implements Bus, BusConnection.Owner {
    private static final System.Logger LOG = System.getLogger(MqttBus.class.getName());

    private final MqttBusSettings settings;
    private final BusSubscriptions subscriptions = new BusSubscriptions();
    private final BusConnection connection;
    private final Map<String, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();
    /** Listeners are called here and not on the library's or the connecting thread, which they might hold up. */
    private final ScheduledExecutorService delivering;
    /** These two are confined to that thread. */
    private final List<Consumer<Boolean>> links = new ArrayList<>();

    private boolean up;

    private MqttBus(MqttBusSettings settings) {
        this.settings = settings;
        this.delivering = Executors.newSingleThreadScheduledExecutor(Threads.named(settings.clientId() + "-bus"));
        this.connection = new BusConnection(settings, subscriptions, this);
    }

    static MqttBus open(MqttBusSettings settings) {
        MqttBus bus = new MqttBus(settings);
        bus.subscriptions.add(settings.answers(), 1, message -> {});
        try {
            bus.connection.open();
        } catch (RuntimeException e) {
            bus.close();
            throw e;
        }
        return bus;
    }

    @Override
    public void publish(Endpoint topic, Datum.Fields message) {
        MqttMessage sent = new MqttMessage(DatumJson.write(message));
        sent.setQos(qos(topic.delivery()));
        sent.setRetained(topic.delivery() == Endpoint.Delivery.KEPT);
        if (!connection.publish(topic.name(), sent)) {
            LOG.log(Level.DEBUG, "a message on {0} is lost: no link", topic.name());
        }
    }

    @Override
    public Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        Runnable ending = subscriptions.add(topic.name(), qos(topic.delivery()), listener);
        connection.subscribe(topic.name(), qos(topic.delivery()));
        return ending::run;
    }

    @Override
    public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        MqttMessage sent = new MqttMessage(DatumJson.write(request));
        sent.setQos(1);
        MqttProperties properties = new MqttProperties();
        properties.setResponseTopic(settings.answers());
        properties.setCorrelationData(id.getBytes(StandardCharsets.UTF_8));
        // Whoever comes later must not begin what nobody waits for any more.
        properties.setMessageExpiryInterval(Math.max(1, timeout.toSeconds()));
        sent.setProperties(properties);
        open.put(id, answer);
        Threads.later(
                delivering,
                timeout.toMillis(),
                () -> fail(id, Reason.TIMED_OUT, "no answer on " + service.name() + " in time"));
        if (!connection.publish(service.name(), sent)) {
            fail(id, Reason.UNREACHABLE, "no link to the broker at " + settings.broker());
        }
        return answer.minimalCompletionStage();
    }

    /** Refuse: a device that takes a while answers on a topic, which a robot file awaits. */
    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        Answer none = new Answer.Failed(
                Reason.IMPOSSIBLE,
                "MQTT has no actions: publish to " + action.name() + " and await the topic of its result");
        return new Goal() {
            @Override
            public CompletionStage<Answer> ending() {
                return CompletableFuture.completedStage(none);
            }

            @Override
            public void cancel() {}
        };
    }

    @Override
    public void onLink(Consumer<Boolean> listener) {
        Threads.hand(delivering, () -> {
            links.add(listener);
            listener.accept(up);
        });
    }

    @Override
    public Optional<Datum.Fields> pattern(String type, Part part) {
        return Optional.empty();
    }

    @Override
    public void close() {
        connection.close();
        failOpen();
        delivering.shutdown();
    }

    @Override
    public void link(boolean isUp) {
        if (!isUp) {
            failOpen();
        }
        Threads.hand(delivering, () -> {
            up = isUp;
            links.forEach(link -> Threads.guarded(() -> link.accept(isUp)).run());
        });
    }

    @Override
    public void heard(String topic, MqttMessage message) {
        Threads.hand(delivering, () -> {
            if (message.getPayload().length > Fields.MAX_PAYLOAD) {
                LOG.log(Level.WARNING, "a message on {0} is too long and dropped", topic);
                return;
            }
            Datum.Fields content = DatumJson.read(message.getPayload());
            if (topic.equals(settings.answers())) {
                answered(message, content);
            } else {
                subscriptions.deliver(topic, content);
            }
        });
    }

    private void answered(MqttMessage message, Datum.Fields content) {
        MqttProperties properties = message.getProperties();
        byte[] id = properties == null ? null : properties.getCorrelationData();
        CompletableFuture<Answer> waiting = id == null ? null : open.remove(new String(id, StandardCharsets.UTF_8));
        if (waiting != null) {
            waiting.complete(new Answer.Given(content));
        }
    }

    private void fail(String id, Reason reason, String detail) {
        CompletableFuture<Answer> waiting = open.remove(id);
        if (waiting != null) {
            waiting.complete(new Answer.Failed(reason, detail));
        }
    }

    private void failOpen() {
        open.keySet().forEach(id -> fail(id, Reason.UNREACHABLE, "the link to the broker is lost"));
    }

    private static int qos(Endpoint.Delivery delivery) {
        return delivery == Endpoint.Delivery.NEWEST ? 0 : 1;
    }
}
