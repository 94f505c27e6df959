package dev.aizuchi.ros2.rcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robotprofile.ProfileRobotProvider;
import dev.aizuchi.robotprofile.RobotFiles;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready file {@code nav2} drives the fake robot that integrators copy. */
@Tag("ros2")
class FakeRobotTest {
    private static final String SCRIPT = "../../../examples/fake_robot/fake_robot.py";
    private static final String[] QUICK = {"--ros-args", "-p", "speed:=4.0"};
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Queue<Percept> percepts = new ConcurrentLinkedQueue<>();
    private final Bus bus = RclBus.open(RclContractTest.settings("integrator"));
    private final Robot robot;
    private PythonPeer peer = PythonPeer.start(SCRIPT, QUICK);
    private int orders;

    FakeRobotTest(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("robot.yaml"), file());
        robot = new ProfileRobotProvider().open(new ProfileRobotProvider.Settings(file));
        robot.onPercept(percepts::add);
        Patience.until(
                "the robot tells its state", () -> isFresh() && robot.state().battery() < 1);
    }

    @AfterEach
    void close() {
        robot.close();
        bus.close();
        peer.close();
    }

    /** The ready file as it is, with the topic by which this robot tells of its emergency stop. */
    private static String file() {
        String ready = RobotFiles.text("nav2");
        String opened = ready.replace(
                "{ use: rcl }", "{ use: rcl, with: { node: driver, domain: " + PythonPeer.DOMAIN + " } }");
        String whole = opened.replace(
                "state:\n",
                "state:\n  - { on: ros, topic: /emergency_stop, type: std_msgs/msg/Bool, occasional: true,"
                        + " values: { emergency_stop: data } }\n");
        assertThat(whole).isNotEqualTo(opened);
        return whole;
    }

    private boolean isFresh() {
        return robot.state().at().isAfter(Instant.now().minus(robot.profile().maximumStateAge()));
    }

    private CompletableFuture<Outcome> go(String place) {
        return go(place, done -> {});
    }

    private CompletableFuture<Outcome> go(String place, DoubleConsumer progress) {
        orders++;
        return robot.perform(new Command("o-" + orders, new Navigate(new Place(place)), LONG), progress)
                .toCompletableFuture();
    }

    private static Reason reason(CompletableFuture<Outcome> outcome) {
        assertThat(Patience.end(outcome)).isInstanceOf(Failed.class);
        return ((Failed) outcome.join()).reason();
    }

    private void set(String parameter, String value) {
        Answer answer = Patience.end(bus.call(
                Endpoint.of("/fake_robot/set_parameters", "rcl_interfaces/srv/SetParameters"),
                Json.fields("{'parameters': [{'name': '" + parameter + "', 'value': " + value + "}]}"),
                Duration.ofSeconds(20)));
        assertThat(answer.toString()).contains("Flag[value=true]");
    }

    private void press(boolean pressed) {
        Answer answer = Patience.end(bus.call(
                Endpoint.of("/fake_robot/press_emergency_stop", "std_srvs/srv/SetBool"),
                Json.fields("{'data': " + pressed + "}"),
                Duration.ofSeconds(20)));
        assertThat(answer.toString()).contains(pressed ? "非常停止中です" : "解除しました");
    }

    @Test
    void drives_to_a_place_and_tells_how_far_it_is() {
        Queue<Double> progress = new ConcurrentLinkedQueue<>();
        assertThat(Patience.end(go("食堂", progress::add))).isEqualTo(new Outcome.Completed());
        assertThat(progress).isNotEmpty().allMatch(done -> done >= 0 && done <= 1);
        Patience.until(
                "the robot is where it was sent",
                () -> "食堂".equals(robot.state().place()));
        Patience.until("it stands", () -> robot.state().speed() == 0);
    }

    @Test
    void is_cancelled_on_its_way_and_stands() {
        set("speed", "{'type': 3, 'double_value': 0.2}");
        CompletableFuture<Outcome> outcome = go("食堂");
        Patience.until("it drives", () -> robot.state().speed() > 0);
        robot.cancel("o-" + orders);
        assertThat(reason(outcome)).isEqualTo(Reason.CANCELLED);
        Patience.until("it stands", () -> robot.state().speed() == 0);
        assertThat(robot.state().place()).isNotEqualTo("食堂");
    }

    @Test
    void is_blocked_when_nav2_gives_up() {
        set("blocked", "{'type': 1, 'bool_value': true}");
        assertThat(reason(go("食堂"))).isEqualTo(Reason.BLOCKED);
        set("blocked", "{'type': 1, 'bool_value': false}");
        assertThat(Patience.end(go("食堂"))).isEqualTo(new Outcome.Completed());
    }

    @Test
    void stands_while_its_emergency_stop_is_pressed_and_tells_of_it() {
        set("speed", "{'type': 3, 'double_value': 0.2}");
        CompletableFuture<Outcome> outcome = go("食堂");
        Patience.until("it drives", () -> robot.state().speed() > 0);
        press(true);
        Patience.until("it is told", () -> percepts.contains(new Percept.EmergencyStop(true)));
        assertThat(reason(outcome)).isIn(Reason.STOPPED, Reason.BLOCKED);
        assertThat(reason(go("食堂"))).isEqualTo(Reason.STOPPED);
        press(false);
        Patience.until("it is told", () -> percepts.contains(new Percept.EmergencyStop(false)));
        robot.resume();
        set("speed", "{'type': 3, 'double_value': 4.0}");
        assertThat(Patience.end(go("食堂"))).isEqualTo(new Outcome.Completed());
    }

    @Test
    void takes_no_order_while_the_robot_is_gone_and_drives_when_it_is_back() {
        peer.close();
        Patience.until("its state is old", () -> !isFresh());
        assertThat(reason(go("食堂"))).isEqualTo(Reason.UNREACHABLE);
        peer = PythonPeer.start(SCRIPT, QUICK);
        Patience.until("its state is fresh", this::isFresh);
        Patience.until("it drives", () -> Patience.end(go("食堂")) instanceof Outcome.Completed);
    }

    @Test
    void drives_by_velocity_until_none_comes_any_more() {
        Endpoint velocity = Endpoint.of("/cmd_vel", "geometry_msgs/msg/Twist");
        Datum.Fields forward = Json.fields("{'linear': {'x': 0.3}}");
        Patience.until("it drives", () -> {
            bus.publish(velocity, forward);
            return robot.state().speed() > 0.2;
        });
        Patience.until("its dead-man stops it", () -> robot.state().speed() == 0);
    }
}
