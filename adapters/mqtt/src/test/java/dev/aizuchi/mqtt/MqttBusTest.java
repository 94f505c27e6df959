package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Outcome.Reason;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MqttBusTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private EmbeddedBroker broker;
    private Bus bus;

    @BeforeEach
    void open() {
        broker = EmbeddedBroker.start(Ports.free());
        bus = MqttBus.open(MqttBusSettings.of(broker.uri(), "bus-1"));
    }

    @AfterEach
    void close() {
        bus.close();
        broker.close();
    }

    @Test
    void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(AdapterProvider.class))
                .anyMatch(found -> found.name().equals("mqtt") && found.provides() == Bus.class);
    }

    @Test
    void what_is_published_is_heard_alike() throws Exception {
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        bus.subscribe(Endpoint.of("部屋/+/灯", ""), heard::add);
        Datum.Fields said = new Datum.Fields(Map.of(
                "text", new Datum.Text("電気を消して"),
                "level", new Datum.Real(0.5),
                "count", new Datum.Whole(3),
                "on", new Datum.Flag(false),
                "items", new Datum.Items(List.of(new Datum.Fields(Map.of("a", new Datum.Whole(1)))))));
        bus.publish(Endpoint.of("部屋/食堂/灯", ""), said);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(said);
    }

    @Test
    void a_burst_arrives_whole_and_in_order_though_the_broker_takes_few_at_a_time() throws Exception {
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        Endpoint topic = Endpoint.of("lamp/steps", "");
        bus.subscribe(topic, heard::add);
        for (int i = 0; i < 2_000; i++) {
            bus.publish(topic, new Datum.Fields(Map.of("step", new Datum.Whole(i))));
        }
        for (int i = 0; i < 2_000; i++) {
            assertThat(heard.poll(LONG.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(new Datum.Fields(Map.of("step", new Datum.Whole(i))));
        }
    }

    @Test
    void a_kept_message_is_there_for_who_comes_later() throws Exception {
        Endpoint kept = new Endpoint("door/1", "", Endpoint.Delivery.KEPT);
        bus.publish(kept, new Datum.Fields(Map.of("open", new Datum.Flag(true))));
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        try (Bus later = MqttBus.open(MqttBusSettings.of(broker.uri(), "bus-2"))) {
            later.subscribe(kept, heard::add);
            assertThat(heard.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(new Datum.Fields(Map.of("open", new Datum.Flag(true))));
        }
    }

    @Test
    void of_a_shared_subscription_each_message_comes_to_one_client() throws Exception {
        Endpoint shared = Endpoint.of("$share/loggers/percepts/+", "");
        BlockingQueue<Datum.Fields> probes = new LinkedBlockingQueue<>();
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        try (Bus other = MqttBus.open(MqttBusSettings.of(broker.uri(), "bus-2"))) {
            Endpoint topic = Endpoint.of("percepts/a", "");
            bus.subscribe(shared, each -> (each.equals(Datum.Fields.NONE) ? probes : heard).add(each));
            other.subscribe(shared, each -> (each.equals(Datum.Fields.NONE) ? probes : heard).add(each));
            Patience.until("the group listens", () -> {
                bus.publish(topic, Datum.Fields.NONE);
                return !probes.isEmpty();
            });
            Set<Datum.Fields> sent = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                Datum.Fields each = new Datum.Fields(Map.of("n", new Datum.Whole(i)));
                sent.add(each);
                bus.publish(topic, each);
            }
            Set<Datum.Fields> received = new HashSet<>();
            for (int i = 0; i < sent.size(); i++) {
                assertThat(received.add(heard.poll(20, TimeUnit.SECONDS)))
                        .as("once")
                        .isTrue();
            }
            assertThat(received).isEqualTo(sent);
        }
    }

    @Test
    void a_bare_word_or_number_is_heard_as_a_value() {
        assertThat(DatumJson.read("23.5".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Datum.Fields(Map.of("value", new Datum.Real(23.5))));
        assertThat(DatumJson.read("開".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Datum.Fields(Map.of("value", new Datum.Text("開"))));
        assertThat(DatumJson.read(new byte[0])).isEqualTo(Datum.Fields.NONE);
    }

    @Test
    void a_call_is_answered_by_response_topic_and_correlation_data() throws Exception {
        MqttAsyncClient device = new MqttAsyncClient(broker.uri().toString(), "device", new MemoryPersistence());
        try {
            device.setCallback(new ForeignAnswers(device, "{\"accepted\":true}"));
            device.connect(new MqttConnectionOptions()).waitForCompletion();
            device.subscribe(new MqttSubscription("nurse/call", 1)).waitForCompletion();
            assertThat(bus.call(Endpoint.of("nurse/call", ""), Datum.Fields.NONE, LONG)
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS))
                    .isEqualTo(new Answer.Given(new Datum.Fields(Map.of("accepted", new Datum.Flag(true)))));
        } finally {
            device.disconnect().waitForCompletion();
            device.close();
        }
    }

    @Test
    void a_call_that_nobody_answers_fails_in_time() throws Exception {
        assertThat(bus.call(Endpoint.of("nobody", ""), Datum.Fields.NONE, Duration.ofMillis(200))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.TIMED_OUT));
    }

    @Test
    void a_goal_is_refused_with_what_to_do_instead() throws Exception {
        assertThat(bus.begin(Endpoint.of("drive", ""), Datum.Fields.NONE, LONG, said -> {})
                        .ending()
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.detail()).contains("await the topic of its result"));
    }

    @Test
    void a_broker_that_dies_and_is_back_is_found_again_with_all_subscriptions() throws Exception {
        BlockingQueue<Boolean> links = new LinkedBlockingQueue<>();
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        bus.onLink(links::add);
        bus.subscribe(Endpoint.of("state", ""), heard::add);
        assertThat(links.poll(20, TimeUnit.SECONDS)).isTrue();
        URI address = broker.uri();
        broker.close();
        assertThat(links.poll(20, TimeUnit.SECONDS)).isFalse();
        assertThat(bus.call(Endpoint.of("x", ""), Datum.Fields.NONE, LONG)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
        broker = EmbeddedBroker.start(address.getPort());
        assertThat(links.poll(60, TimeUnit.SECONDS)).isTrue();
        bus.publish(Endpoint.of("state", ""), new Datum.Fields(Map.of("n", new Datum.Whole(2))));
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new Datum.Fields(Map.of("n", new Datum.Whole(2))));
    }

    @Test
    void nobody_waits_for_a_broker_that_accepts_and_never_answers() throws Exception {
        try (SilentBroker silent = new SilentBroker();
                Bus waiting = MqttBus.open(MqttBusSettings.of(silent.uri(), "bus-3"))) {
            assertThat(silent.next()).isNotNull();
            // An attempt lasts for three seconds. What waits for its end outlasts every one, and what does not outlasts
            // only those in which this thread is held up.
            int outlasted = 0;
            while (!doesAllDuring(silent.next(), waiting)) {
                assertThat(++outlasted).as("attempts that were outlasted").isLessThan(5);
            }
        }
    }

    private static boolean doesAllDuring(Socket attempt, Bus waiting) throws Exception {
        BlockingQueue<Boolean> links = new LinkedBlockingQueue<>();
        waiting.onLink(links::add);
        waiting.publish(Endpoint.of("cart/stop", ""), Datum.Fields.NONE);
        waiting.subscribe(Endpoint.of("state", ""), said -> {});
        assertThat(waiting.call(Endpoint.of("x", ""), Datum.Fields.NONE, LONG)
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOf(Answer.Failed.class);
        assertThat(links.poll(20, TimeUnit.SECONDS)).isFalse();
        return SilentBroker.isStillWaiting(attempt);
    }

    @Test
    void a_listener_that_takes_its_time_over_the_link_keeps_no_message_from_going_out() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(1);
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        try (Bus other = MqttBus.open(MqttBusSettings.of(broker.uri(), "bus-2"))) {
            other.subscribe(Endpoint.of("cart/stop", ""), heard::add);
            bus.onLink(up -> {
                called.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
            Patience.until("the stop is heard", () -> {
                bus.publish(Endpoint.of("cart/stop", ""), Datum.Fields.NONE);
                return !heard.isEmpty();
            });
        } finally {
            release.countDown();
        }
    }

    /** A device that answers each request as MQTT 5 has it. */
    private static final class ForeignAnswers extends QuietCallback {
        private final MqttAsyncClient device;
        private final String answer;

        ForeignAnswers(MqttAsyncClient device, String answer) {
            this.device = device;
            this.answer = answer;
        }

        @Override
        public void messageArrived(String topic, MqttMessage request) throws Exception {
            MqttMessage reply = new MqttMessage(answer.getBytes(StandardCharsets.UTF_8));
            MqttProperties properties = new MqttProperties();
            properties.setCorrelationData(request.getProperties().getCorrelationData());
            reply.setProperties(properties);
            reply.setQos(1);
            device.publish(request.getProperties().getResponseTopic(), reply);
        }
    }
}
