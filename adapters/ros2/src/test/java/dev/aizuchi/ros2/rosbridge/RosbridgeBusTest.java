package dev.aizuchi.ros2.rosbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Patience;
import dev.aizuchi.ros2.Shared;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosbridgeBusTest {
    private static final Endpoint SAID = Endpoint.of("/contract/said", "std_msgs/msg/String");
    private static final Endpoint HEARD = Endpoint.of("/contract/heard", "std_msgs/msg/String");
    private static final Endpoint FACE = new Endpoint("/face", "std_msgs/msg/String", Delivery.KEPT);
    private static final Endpoint SILENT = Endpoint.of("/contract/silent", "std_srvs/srv/SetBool");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void takes_up_its_topics_again_after_an_outage_and_says_what_it_keeps() {
        FakeBridge first = FakeBridge.serving();
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        BlockingQueue<Boolean> link = new LinkedBlockingQueue<>();
        try (Bus bus = RosbridgeBus.open(settings(first.uri()))) {
            bus.onLink(link::add);
            assertThat(Patience.next(link)).isTrue();
            bus.subscribe(HEARD, heard::add);
            bus.publish(FACE, Json.fields("{'data': '笑顔'}"));
            bus.publish(SAID, Json.fields("{'data': '前'}"));
            assertThat(Patience.next(heard)).isEqualTo(Json.fields("{'data': '前'}"));
            CompletionStage<Answer> open = bus.call(SILENT, Datum.Fields.NONE, LONG);
            Patience.until("the call is out", () -> first.ops().contains("call_service"));

            first.close();
            assertThat(Patience.next(link)).isFalse();
            assertThat(Patience.end(open))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
            bus.publish(SAID, Json.fields("{'data': '間'}"));
            assertThat(Patience.end(bus.call(SILENT, Datum.Fields.NONE, LONG)))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));

            try (FakeBridge second = FakeBridge.serving(first.getPort(), null, null)) {
                assertThat(Patience.next(link)).isTrue();
                bus.publish(SAID, Json.fields("{'data': '後'}"));
                assertThat(Patience.next(heard)).isEqualTo(Json.fields("{'data': '後'}"));
                assertThat(second.received)
                        .anySatisfy(op ->
                                assertThat(op.path("msg").path("data").asText()).isEqualTo("笑顔"))
                        .anySatisfy(
                                op -> assertThat(op.path("latch").asBoolean()).isTrue());
            }
        }
    }

    @Test
    void takes_a_bridge_that_gives_no_sign_of_life_for_lost() {
        try (FakeBridge bridge = FakeBridge.serving();
                Bus bus = RosbridgeBus.open(settings(bridge.uri(), Duration.ofMillis(300)))) {
            BlockingQueue<Boolean> link = new LinkedBlockingQueue<>();
            bus.onLink(link::add);
            // On a busy machine it may seem lost before.
            Patience.until("the link stands", () -> Patience.next(link));
            bridge.mute();
            Patience.until("it counts as lost", () -> !Patience.next(link));
        }
    }

    @Test
    void survives_what_is_no_message() {
        try (FakeBridge bridge = FakeBridge.serving();
                Bus bus = RosbridgeBus.open(settings(bridge.uri()))) {
            BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
            bus.subscribe(HEARD, heard::add);
            for (String broken : List.of(
                    "",
                    "{",
                    "[]",
                    "5",
                    "{\"op\": \"publish\", \"topic\": \"/contract/heard\"}",
                    "{\"op\": \"publish\", \"topic\": \"/contract/heard\", \"msg\": {\"data\": 7}}",
                    "{\"op\": \"publish\", \"topic\": \"/contract/heard\", \"msg\": {\"other\": 7}}",
                    "{\"op\": \"action_result\", \"id\": \"none\"}",
                    "[".repeat(10_000))) {
                bridge.sendAll(broken);
            }
            Patience.until("the subscription stands", () -> {
                bus.publish(SAID, Json.fields("{'data': '無事'}"));
                return heard.contains(Json.fields("{'data': '無事'}"));
            });
            assertThat(heard).doesNotContain(Json.fields("{'data': 7}"));
        }
    }

    @Test
    void ends_what_is_open_when_it_is_closed_and_what_comes_later_at_once() {
        try (FakeBridge bridge = FakeBridge.serving()) {
            Bus bus = RosbridgeBus.open(settings(bridge.uri()));
            CompletionStage<Answer> open = bus.call(SILENT, Datum.Fields.NONE, LONG);
            bus.close();
            Goal late = bus.begin(
                    Endpoint.of("/contract/quiet", "test_msgs/action/Fibonacci"), Datum.Fields.NONE, LONG, none -> {});
            for (CompletionStage<Answer> each :
                    List.of(open, bus.call(SILENT, Datum.Fields.NONE, LONG), late.ending())) {
                assertThat(Patience.end(each))
                        .isInstanceOfSatisfying(
                                Answer.Failed.class,
                                failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE));
            }
            late.cancel();
            bus.close();
        }
    }

    @Test
    void fails_a_call_that_the_bridge_finds_wrong() {
        try (FakeBridge bridge = FakeBridge.serving();
                Bus bus = RosbridgeBus.open(settings(bridge.uri()))) {
            CompletionStage<Answer> call = bus.call(SILENT, Datum.Fields.NONE, LONG);
            Patience.until("the call is out", () -> bridge.ops().contains("call_service"));
            bridge.sendAll("{\"op\": \"status\", \"level\": \"error\", \"id\": \"c:1\", \"msg\": \"no\"}");
            assertThat(Patience.end(call)).isEqualTo(new Answer.Failed(Reason.FAULT, "no"));
        }
    }

    @Test
    void gives_up_a_goal_that_nobody_accepts_and_no_other() {
        try (FakeBridge bridge = FakeBridge.serving();
                Bus bus = RosbridgeBus.open(settings(bridge.uri()))) {
            String type = "test_msgs/action/Fibonacci";
            Goal quiet = bus.begin(
                    Endpoint.of("/contract/quiet", type), Datum.Fields.NONE, Duration.ofSeconds(5), none -> {});
            Goal mute = bus.begin(
                    Endpoint.of("/contract/mute", type), Datum.Fields.NONE, Duration.ofSeconds(6), none -> {});
            assertThat(Patience.end(mute.ending()))
                    .isEqualTo(new Answer.Failed(Reason.TIMED_OUT, "/contract/mute accepted no goal within PT6S"));
            Patience.until("it is cancelled", () -> bridge.ops().contains("cancel_action_goal"));
            assertThat(quiet.ending().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void cancels_a_goal_that_a_lost_link_left_running_by_the_service_of_its_action() {
        FakeBridge first = FakeBridge.serving();
        BlockingQueue<Boolean> link = new LinkedBlockingQueue<>();
        try (Bus bus = RosbridgeBus.open(settings(first.uri()))) {
            bus.onLink(link::add);
            assertThat(Patience.next(link)).isTrue();
            Goal drive = bus.begin(
                    Endpoint.of("/contract/quiet", "test_msgs/action/Fibonacci"), Datum.Fields.NONE, LONG, none -> {});
            Patience.until("the goal is set", () -> first.ops().contains("send_action_goal"));
            first.close();
            assertThat(Patience.next(link)).isFalse();
            drive.cancel();
            try (FakeBridge second = FakeBridge.serving(first.getPort(), null, null)) {
                assertThat(Patience.next(link)).isTrue();
                drive.cancel();
                Patience.until(
                        "all of them are cancelled",
                        () -> second.received.stream()
                                .anyMatch(
                                        op -> op.path("service").asText().equals("/contract/quiet/_action/cancel_goal")
                                                && op.path("type").asText().equals("action_msgs/srv/CancelGoal")));
            }
        }
    }

    @Test
    void knows_no_types_without_definitions() {
        try (FakeBridge bridge = FakeBridge.serving();
                Bus bus = RosbridgeBus.open(RosbridgeSettings.of(bridge.uri(), List.of()))) {
            assertThat(bus.pattern("std_msgs/msg/String", Part.MESSAGE)).isEmpty();
            assertThat(Patience.end(bus.call(
                            Endpoint.of("/contract/set", "any_srvs/srv/Set"), Json.fields("{'data': true}"), LONG)))
                    .isEqualTo(new Answer.Given(Json.fields("{'success': true, 'message': '了解しました'}")));
        }
    }

    @Test
    void shows_its_secret_to_who_asks_for_it() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "Bearer aikotoba\n");
        try (FakeBridge bridge = FakeBridge.serving(0, "Bearer aikotoba", null)) {
            RosbridgeBus.open(withSecret(bridge.uri(), secret, LONG)).close();
            assertThatThrownBy(() -> RosbridgeBus.open(withSecret(bridge.uri(), null, Duration.ofSeconds(2))))
                    .isInstanceOf(AdapterException.class);
        }
    }

    @Test
    void says_at_once_that_its_secret_is_refused() throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        refusing.start();
        try {
            URI uri = URI.create("ws://127.0.0.1:" + refusing.getAddress().getPort());
            RosbridgeSettings settings = new RosbridgeSettings(uri, null, null, List.of(), LONG, LONG);
            assertThatThrownBy(() -> RosbridgeBus.open(settings))
                    .isInstanceOf(AdapterException.class)
                    .hasMessageContaining("authorization-file");
        } finally {
            refusing.stop(0);
        }
    }

    @Test
    void speaks_tls_with_whom_it_trusts_alone() throws Exception {
        TestCertificate certificate = new TestCertificate(folder);
        try (FakeBridge bridge = FakeBridge.serving(0, null, certificate.server)) {
            RosbridgeSettings trusting =
                    new RosbridgeSettings(bridge.uri(), null, certificate.pem, List.of(), LONG, LONG);
            try (Bus bus = RosbridgeBus.open(trusting)) {
                assertThat(Patience.end(bus.call(
                                Endpoint.of("/contract/set", "std_srvs/srv/SetBool"), Datum.Fields.NONE, LONG)))
                        .isInstanceOf(Answer.Given.class);
            }
            RosbridgeSettings strange = new RosbridgeSettings(bridge.uri(), null, null, List.of(), LONG, LONG);
            assertThatThrownBy(() -> RosbridgeBus.open(strange))
                    .isInstanceOf(AdapterException.class)
                    .hasMessageContaining("ca-file");
        }
    }

    @Test
    void says_what_to_start_when_nobody_is_there() {
        FakeBridge gone = FakeBridge.serving();
        gone.close();
        RosbridgeSettings settings =
                new RosbridgeSettings(gone.uri(), null, null, List.of(), Duration.ofSeconds(2), Duration.ofMillis(300));
        assertThatThrownBy(() -> RosbridgeBus.open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("ros2 launch rosbridge_server");
    }

    @Test
    void sends_no_secret_in_the_clear_beyond_this_machine() {
        assertThatThrownBy(() -> withSecret(URI.create("ws://robot.local:9090"), folder.resolve("secret"), LONG))
                .hasMessageContaining("wss://");
        assertThatThrownBy(() -> RosbridgeSettings.of(URI.create("http://robot.local"), List.of()))
                .hasMessageContaining("ws://127.0.0.1:9090");
    }

    private static RosbridgeSettings settings(URI uri) {
        return settings(uri, LONG);
    }

    private static RosbridgeSettings settings(URI uri, Duration heartbeat) {
        return new RosbridgeSettings(uri, null, null, List.of(Shared.folder()), heartbeat, LONG);
    }

    private static RosbridgeSettings withSecret(URI uri, @Nullable Path secret, Duration opening) {
        return new RosbridgeSettings(uri, secret, null, List.of(), Duration.ofSeconds(2), opening);
    }
}
