package dev.aizuchi.ros2.rcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Bus.Subscription;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Endpoint.Delivery;
import dev.aizuchi.bus.Host;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.Asking;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes and goes in a real ROS 2. */
@Tag("ros2")
class RclPeerTest {
    private static final String STRING = "std_msgs/msg/String";
    private static final Endpoint SAID = Endpoint.of("/contract/said", STRING);
    private static final Endpoint HEARD = Endpoint.of("/contract/heard", STRING);
    private static final Endpoint FIBONACCI = Endpoint.of("/contract/fibonacci", "test_msgs/action/Fibonacci");
    private static final Endpoint SILENT = Endpoint.of("/contract/silent", "std_srvs/srv/SetBool");
    private static final Duration LONG = Duration.ofSeconds(25);

    @TempDir
    Path folder;

    @Test
    void speaks_with_a_peer_that_was_killed_and_came_back() {
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        try (Bus bus = RclBus.open(RclContractTest.settings("faithful"))) {
            bus.subscribe(HEARD, heard::add);
            for (String name : List.of("first", "second")) {
                try (PythonPeer peer = PythonPeer.start("peer.py", name)) {
                    Patience.until(name + " echoes", () -> {
                        bus.publish(SAID, Json.fields("{'data': '" + name + "さん'}"));
                        return heard.contains(Json.fields("{'data': '" + name + "さん'}"));
                    });
                    assertThat(peer).isNotNull();
                }
            }
        }
    }

    @Test
    void keeps_its_last_message_for_a_peer_that_comes_later() {
        BlockingQueue<Datum.Fields> noted = new LinkedBlockingQueue<>();
        try (Bus bus = RclBus.open(RclContractTest.settings("keeper"))) {
            bus.publish(new Endpoint("/contract/note", STRING, Delivery.KEPT), Json.fields("{'data': '前の'}"));
            bus.publish(new Endpoint("/contract/note", STRING, Delivery.KEPT), Json.fields("{'data': '今の'}"));
            bus.subscribe(new Endpoint("/contract/noted", STRING, Delivery.KEPT), noted::add);
            try (PythonPeer peer = PythonPeer.start("peer.py", "late")) {
                assertThat(peer).isNotNull();
                assertThat(Patience.next(noted)).isEqualTo(Json.fields("{'data': '今の'}"));
            }
        }
    }

    @Test
    void hears_a_publisher_of_best_effort_when_only_the_newest_matters_and_warns_else() {
        BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Subscriber.class.getName());
        logger.addHandler(handler);
        BlockingQueue<Datum.Fields> seen = new LinkedBlockingQueue<>();
        BlockingQueue<Datum.Fields> missed = new LinkedBlockingQueue<>();
        try (Bus bus = RclBus.open(RclContractTest.settings("observer"));
                PythonPeer peer = PythonPeer.start("peer.py", "looking")) {
            assertThat(peer).isNotNull();
            bus.subscribe(new Endpoint("/contract/gaze", STRING, Delivery.RELIABLE), missed::add);
            bus.subscribe(new Endpoint("/contract/gaze", STRING, Delivery.NEWEST), seen::add);
            for (int i = 0; i < 5; i++) {
                assertThat(Patience.next(seen)).isEqualTo(Json.fields("{'data': '視線'}"));
            }
            assertThat(Patience.next(warnings)).contains("hear it as NEWEST");
            assertThat(missed).isEmpty();
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void loses_not_even_the_first_message_of_a_new_node() {
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        try (PythonPeer peer = PythonPeer.start("peer.py", "attentive");
                Bus listening = RclBus.open(RclContractTest.settings("listening"))) {
            assertThat(peer).isNotNull();
            listening.subscribe(HEARD, heard::add);
            Patience.until("the echo is heard", () -> {
                listening.publish(SAID, Json.fields("{'data': 'もしもし'}"));
                return !heard.isEmpty();
            });
            assertThat(IntStream.range(0, 5).anyMatch(number -> isFirstHeard(number, heard)))
                    .as("but where a busy machine takes over a second to find who listens")
                    .isTrue();
        }
    }

    private static boolean isFirstHeard(int number, BlockingQueue<Datum.Fields> heard) {
        Datum.Fields first = Json.fields("{'data': '最初の一言" + number + "'}");
        try (Bus bus = RclBus.open(RclContractTest.settings("newcomer_" + number))) {
            bus.publish(SAID, first);
            long limit = System.nanoTime() + Duration.ofSeconds(6).toNanos();
            while (!heard.contains(first) && System.nanoTime() < limit) {
                LockSupport.parkNanos(1_000_000);
            }
            return heard.contains(first);
        }
    }

    @Test
    void refuses_a_goal() {
        try (PythonPeer peer = PythonPeer.start("peer.py", "asking");
                Host bus = RclBus.open(RclContractTest.settings("refusing"))) {
            assertThat(peer).isNotNull();
            bus.carryOut(
                    Endpoint.of("/contract/hosted_fibonacci", "test_msgs/action/Fibonacci"),
                    (goal, feedback) -> Optional.empty());
            assertThat(Asking.of(bus, "reject")).isEqualTo("rejected");
        }
    }

    @Test
    void serves_many_threads_at_once() throws Exception {
        try (PythonPeer peer = PythonPeer.start("peer.py", "busy");
                Bus bus = RclBus.open(RclContractTest.settings("crowded"))) {
            assertThat(peer).isNotNull();
            ExecutorService crowd = Executors.newFixedThreadPool(4);
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                counts.add(crowd.submit(() -> {
                    int answers = 0;
                    for (int round = 0; round < 50; round++) {
                        Subscription subscription = bus.subscribe(HEARD, text -> {});
                        bus.publish(SAID, Json.fields("{'data': 'がやがや'}"));
                        Answer answer = Patience.end(bus.call(
                                Endpoint.of("/contract/set", "std_srvs/srv/SetBool"), Datum.Fields.NONE, LONG));
                        answers += answer instanceof Answer.Given ? 1 : 0;
                        subscription.close();
                    }
                    return answers;
                }));
            }
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isEqualTo(50);
            }
            crowd.shutdown();
        }
    }

    @Test
    void ends_what_is_open_when_it_is_closed() {
        try (PythonPeer peer = PythonPeer.start("peer.py", "patient")) {
            assertThat(peer).isNotNull();
            Bus bus = RclBus.open(RclContractTest.settings("brief"));
            CompletionStage<Answer> call = bus.call(SILENT, Datum.Fields.NONE, LONG);
            BlockingQueue<Datum.Fields> feedback = new LinkedBlockingQueue<>();
            Goal goal = bus.begin(FIBONACCI, Json.fields("{'order': 1000}"), LONG, feedback::add);
            Patience.next(feedback);
            bus.close();
            bus.close();
            assertThat(reason(Patience.end(call))).isEqualTo(Reason.UNREACHABLE);
            assertThat(reason(Patience.end(goal.ending()))).isEqualTo(Reason.UNREACHABLE);
            bus.publish(SAID, Json.fields("{'data': '遅い'}"));
        }
    }

    @Test
    void ends_a_goal_whose_server_was_killed() {
        try (Bus bus = RclBus.open(RclContractTest.settings("abandoned"))) {
            BlockingQueue<Datum.Fields> feedback = new LinkedBlockingQueue<>();
            Goal goal;
            try (PythonPeer peer = PythonPeer.start("peer.py", "doomed")) {
                assertThat(peer).isNotNull();
                goal = bus.begin(FIBONACCI, Json.fields("{'order': 10000}"), LONG, feedback::add);
                Patience.next(feedback);
            }
            assertThat(reason(Patience.end(goal.ending()))).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void names_a_package_that_is_defined_but_not_built() throws Exception {
        Path file = folder.resolve("own_msgs/msg/Own.msg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "string data");
        RclSettings settings = new RclSettings(
                "builder", "/", PythonPeer.DOMAIN, RclSettings.Discovery.LOCALHOST, List.of(folder), List.of());
        try (Bus bus = RclBus.open(settings)) {
            assertThatThrownBy(() -> bus.publish(Endpoint.of("/own", "own_msgs/msg/Own"), Datum.Fields.NONE))
                    .isInstanceOf(AdapterException.class)
                    .hasMessageContaining("own_msgs");
        }
    }

    @Test
    void takes_the_arguments_of_ros() {
        RclSettings remapped = new RclSettings(
                "mapped",
                "/",
                PythonPeer.DOMAIN,
                RclSettings.Discovery.LOCALHOST,
                List.of(),
                List.of("-r", "/said:=/contract/said", "-r", "/heard:=/contract/heard"));
        BlockingQueue<Datum.Fields> heard = new LinkedBlockingQueue<>();
        try (PythonPeer peer = PythonPeer.start("peer.py", "mapping");
                Bus bus = RclBus.open(remapped)) {
            assertThat(peer).isNotNull();
            bus.subscribe(Endpoint.of("/heard", STRING), heard::add);
            Patience.until("the peer echoes", () -> {
                bus.publish(Endpoint.of("/said", STRING), Json.fields("{'data': '別名'}"));
                return !heard.isEmpty();
            });
        }
    }

    private static Reason reason(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).reason();
    }
}
