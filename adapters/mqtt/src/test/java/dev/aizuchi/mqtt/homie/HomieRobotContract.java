package dev.aizuchi.mqtt.homie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.mqtt.Cable;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What holds on every broker. */
abstract class HomieRobotContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String LAMP = """
            {"homie": "5.0", "version": 1, "name": "食堂", "nodes": {
              "light": {"type": "light", "properties": {
                "power": {"datatype": "boolean", "settable": true},
                "brightness": {"datatype": "integer", "format": "0:100", "unit": "%", "settable": true},
                "color": {"datatype": "color", "format": "rgb", "settable": true},
                "uptime": {"datatype": "integer"},
                "broken": {"datatype": "integer", "format": "a:b", "settable": true}}}}}""";
    private static final String CURTAIN = """
            {"homie": "5.0", "version": 1, "name": "101号室", "nodes": {
              "curtain": {"properties": {
                "action": {"datatype": "enum", "format": "open,close,stop", "settable": true}}}}}""";
    private static final String THERMOSTAT = """
            {"homie": "5.1", "version": 2, "name": "Heizung", "nodes": {
              "thermostat": {"properties": {
                "setpoint": {"datatype": "float", "format": "16:28:0.5", "unit": "°C", "settable": true},
                "temperature": {"datatype": "float", "unit": "°C"}}}}}""";
    private static final String BELL = """
            {"homie": "5.0", "version": 1, "root": "bridge", "nodes": {
              "bell": {"name": "ベル", "properties": {
                "ring": {"datatype": "enum", "format": "once", "settable": true, "retained": false}}}}}""";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<FakeDevice, String> lastSet = new HashMap<>();
    private String domain;
    private int count;

    /** Give the broker, the same for all tests of a class. */
    abstract URI broker();

    @BeforeEach
    void choose(TestInfo test) {
        domain = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void settable_properties_are_acts_with_their_types_and_ranges() throws Exception {
        device("lamp-7", LAMP, Map.of("light/power", "false"));
        device("curtain-1", CURTAIN, Map.of());
        device("heat", THERMOSTAT, Map.of());
        device("torn", "{\"homie\": \"5.0\"", Map.of());
        device("older", LAMP.replace("5.0", "4.0"), Map.of());
        HomieRobot robot = robot(Map.of());
        until("all three are offered", () -> robot.profile().capabilities().size() == 7);
        assertThat(robot.profile().capabilities())
                .extracting(Capability::action)
                .containsExactlyInAnyOrder(
                        "light",
                        "curtain",
                        "climate",
                        "set_lamp_7_light_power",
                        "set_lamp_7_light_brightness",
                        "set_curtain_1_curtain_action",
                        "set_heat_thermostat_setpoint");
        assertThat(limits(robot, "light"))
                .containsExactly(new Limit.OneOf("place", List.of("食堂")), new Limit.YesNo("on"));
        assertThat(limits(robot, "climate")).containsExactly(new Limit.Range("delta_c", -5, 5));
        assertThat(limits(robot, "set_lamp_7_light_brightness"))
                .containsExactly(new Limit.Range("value_percent", 0, 100));
        assertThat(limits(robot, "set_heat_thermostat_setpoint")).containsExactly(new Limit.Range("value_c", 16, 28));
        assertThat(limits(robot, "set_curtain_1_curtain_action"))
                .containsExactly(new Limit.OneOf("value", List.of("open", "close", "stop")));
    }

    @Test
    void a_device_that_shows_itself_later_changes_or_is_taken_away_is_offered_as_it_is() throws Exception {
        HomieRobot robot = robot(broker(), Map.of(), Duration.ZERO);
        assertThat(robot.profile().capabilities()).isEmpty();
        FakeDevice lamp = device("lamp-7", LAMP, Map.of("light/power", "false"));
        until("the lamp is offered", () -> limit(robot, "light").equals(new Limit.OneOf("place", List.of("食堂"))));
        until("it is switched", () -> isDone(robot, new Action.Light(new Place("食堂"), true)));
        lamp.tell("$state", "init");
        lamp.tell("$description", LAMP.replace("食堂", "浴室"));
        lamp.tell("$state", "ready");
        until("its new place is known", () -> limit(robot, "light").equals(new Limit.OneOf("place", List.of("浴室"))));
        until("it is ready again", () -> isDone(robot, new Action.Light(new Place("浴室"), true)));
        lamp.deaf(true);
        CompletionStage<Outcome> off = perform(robot, new Action.Light(new Place("浴室"), false));
        lamp.tell("$description", "");
        assertThat(outcome(off)).isEqualTo(new Failed(Reason.UNREACHABLE, "lamp-7/light/power is gone"));
        assertThat(robot.profile().capabilities()).isEmpty();
    }

    @Test
    void a_stop_without_a_link_halts_the_devices_as_soon_as_it_is_back_even_when_it_is_released() throws Exception {
        FakeDevice curtain = device("curtain-1", CURTAIN, Map.of("curtain/action", "close"));
        try (Cable cable = new Cable(broker())) {
            HomieRobot robot = robot(cable.uri(), Map.of(), Duration.ZERO);
            until(
                    "the curtain is offered",
                    () -> !robot.profile().capabilities().isEmpty());
            cable.cut();
            robot.stop();
            robot.resume();
            cable.plug();
            assertThat(curtain.set.poll(20, TimeUnit.SECONDS)).isEqualTo("curtain/action=stop");
            robot.close();
        }
    }

    @Test
    void a_device_that_comes_back_while_a_stop_is_latched_is_halted() throws Exception {
        FakeDevice curtain = device("curtain-1", CURTAIN, Map.of("curtain/action", "close"));
        HomieRobot robot = robot(Map.of());
        until("the curtain is offered", () -> !robot.profile().capabilities().isEmpty());
        robot.stop();
        assertThat(curtain.set.poll(20, TimeUnit.SECONDS)).isEqualTo("curtain/action=stop");
        curtain.tell("$state", "disconnected");
        curtain.tell("$state", "ready");
        assertThat(curtain.set.poll(20, TimeUnit.SECONDS)).isEqualTo("curtain/action=stop");
    }

    @Test
    void a_light_is_switched_by_its_place_and_done_when_the_device_says_so() throws Exception {
        FakeDevice lamp = device("lamp-7", LAMP, Map.of("light/power", "false"));
        HomieRobot robot = robot(Map.of("lamp-7/light", "101号室"));
        lamp.slow();
        CompletionStage<Outcome> on = ask(robot, lamp, new Action.Light(new Place("101号室"), true));
        assertSet(lamp, "light/power=true");
        assertThat(on.toCompletableFuture()).isNotDone();
        lamp.arrive();
        assertThat(outcome(on)).isEqualTo(new Completed());
        assertThat(outcome(perform(robot, new Action.Light(new Place("101号室"), true))))
                .as("it is on")
                .isEqualTo(new Completed());
        assertThat(reason(perform(robot, new Action.Light(new Place("食堂"), true))))
                .as("the settings name the place")
                .isEqualTo(Reason.IMPOSSIBLE);
    }

    @Test
    void a_number_is_set_within_its_range_alone() throws Exception {
        FakeDevice lamp = device("lamp-7", LAMP, Map.of("light/brightness", "10"));
        HomieRobot robot = robot(Map.of());
        Action half = new Action.Own("set_lamp_7_light_brightness", List.of(new Argument.Measure("value_percent", 50)));
        assertThat(outcome(ask(robot, lamp, half))).isEqualTo(new Completed());
        assertSet(lamp, "light/brightness=50");
        Action much =
                new Action.Own("set_lamp_7_light_brightness", List.of(new Argument.Measure("value_percent", 101)));
        assertThat(reason(perform(robot, much))).isEqualTo(Reason.IMPOSSIBLE);
        assertThat(lamp.set).doesNotContain("light/brightness=101");
    }

    @Test
    void the_temperature_is_changed_from_what_the_thermostat_says() throws Exception {
        FakeDevice heat = device("heat", THERMOSTAT, Map.of("thermostat/setpoint", "20.5"));
        HomieRobot robot = robot(Map.of());
        assertThat(outcome(ask(robot, heat, new Action.Climate(2.2)))).isEqualTo(new Completed());
        assertSet(heat, "thermostat/setpoint=22.5");
        assertThat(outcome(perform(robot, new Action.Climate(-5)))).isEqualTo(new Completed());
        assertThat(outcome(perform(robot, new Action.Climate(-5)))).isEqualTo(new Completed());
        assertSet(heat, "thermostat/setpoint=17.5");
        // No lower than it goes.
        assertSet(heat, "thermostat/setpoint=16");
    }

    @Test
    void a_stop_halts_curtains_first_and_a_device_that_moves_waits_for_the_resume() throws Exception {
        FakeDevice curtain = device("curtain-1", CURTAIN, Map.of("curtain/action", "close"));
        FakeDevice bell = device("bridge-bell", BELL.replace("\"root\": \"bridge\", ", ""), Map.of());
        HomieRobot robot = robot(Map.of());
        curtain.slow();
        bell.slow();
        Action open = new Action.Own(
                "curtain", List.of(new Argument.Text("place", "101号室"), new Argument.Flag("open", true)));
        CompletionStage<Outcome> opening = ask(robot, curtain, open);
        CompletionStage<Outcome> ring = ask(robot, bell, ring());
        assertSet(curtain, "curtain/action=open");
        assertSet(bell, "bell/ring=once");
        robot.stop();
        assertSet(curtain, "curtain/action=stop");
        assertThat(reason(ring)).isEqualTo(Reason.STOPPED);
        assertThat(reason(opening)).isEqualTo(Reason.STOPPED);
        assertThat(reason(perform(robot, ring()))).isEqualTo(Reason.STOPPED);
        assertThat(robot.state().stopped()).isTrue();
        robot.resume();
        CompletionStage<Outcome> again = perform(robot, ring());
        assertSet(bell, "bell/ring=once");
        bell.arrive();
        assertThat(outcome(again)).isEqualTo(new Completed());
    }

    @Test
    void a_device_that_does_not_answer_is_asked_again_but_an_event_is_sent_once() throws Exception {
        FakeDevice lamp = device("lamp-7", LAMP, Map.of("light/power", "false"));
        FakeDevice bell = device("bridge-bell", BELL.replace("\"root\": \"bridge\", ", ""), Map.of());
        HomieRobot robot = robot(Map.of());
        lamp.deaf(true);
        bell.deaf(true);
        CompletionStage<Outcome> ring = ask(robot, bell, ring(), Duration.ofSeconds(2));
        CompletionStage<Outcome> on = ask(robot, lamp, new Action.Light(new Place("食堂"), true));
        until("it has been asked again", () -> lamp.set.size() > 1);
        assertThat(lamp.set).containsOnly("light/power=true");
        lamp.deaf(false);
        assertThat(outcome(on)).isEqualTo(new Completed());
        assertThat(reason(ring)).isEqualTo(Reason.UNREACHABLE);
        assertThat(bell.set).containsExactly("bell/ring=once");
    }

    @Test
    void a_device_that_is_lost_fails_at_once_and_its_children_with_it() throws Exception {
        FakeDevice bridge =
                device("bridge", "{\"homie\":\"5.0\",\"version\":1,\"children\":[\"bridge-bell\"]}", Map.of());
        FakeDevice bell = device("bridge-bell", BELL, Map.of());
        HomieRobot robot = robot(Map.of());
        bell.deaf(true);
        CompletionStage<Outcome> ring = ask(robot, bell, ring());
        assertSet(bell, "bell/ring=once");
        bridge.die();
        assertThat(outcome(ring)).isEqualTo(new Failed(Reason.UNREACHABLE, "device bridge-bell is lost"));
        assertThat(reason(perform(robot, ring()))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void the_same_order_twice_is_one_and_a_cancel_ends_the_waiting() throws Exception {
        FakeDevice lamp = device("lamp-7", LAMP, Map.of("light/power", "false"));
        HomieRobot robot = robot(Map.of());
        lamp.slow();
        Action light = new Action.Light(new Place("食堂"), true);
        CompletionStage<Outcome> one = ask(robot, lamp, light);
        Command on = new Command("c-" + count, light, MINUTE);
        CompletionStage<Outcome> two = robot.perform(on, done -> {});
        assertSet(lamp, "light/power=true");
        robot.cancel(on.id());
        assertThat(reason(one)).isEqualTo(Reason.CANCELLED);
        assertThat(reason(two)).isEqualTo(Reason.CANCELLED);
        assertThat(reason(robot.perform(on, done -> {}))).as("it is over").isEqualTo(Reason.CANCELLED);
    }

    @Test
    void a_broker_that_is_not_there_fails_the_start_with_its_address() {
        HomieSettings nowhere = HomieSettings.of(URI.create("tcp://127.0.0.1:1"));
        assertThatThrownBy(() -> HomieRobot.open(nowhere))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("tcp://127.0.0.1:1");
        assertThatThrownBy(() -> new HomieSettings(
                        URI.create("tcp://127.0.0.1:1"), "a/b", Map.of(), MINUTE, null, null, null, null, null))
                .hasMessageContaining("domain");
    }

    private static Action ring() {
        return new Action.Own("set_bridge_bell_bell_ring", List.of(new Argument.Text("value", "once")));
    }

    private FakeDevice device(String id, String description, Map<String, String> values) throws MqttException {
        FakeDevice device = new FakeDevice(broker(), domain, id, description, values);
        open.add(device);
        return device;
    }

    private HomieRobot robot(Map<String, String> places) {
        return robot(broker(), places, Duration.ZERO);
    }

    private HomieRobot robot(URI broker, Map<String, String> places, Duration discovery) {
        HomieRobot robot =
                HomieRobot.open(new HomieSettings(broker, domain, places, discovery, null, null, null, null, null));
        open.add(0, robot);
        return robot;
    }

    private static List<Limit> limits(HomieRobot robot, String action) {
        return robot.profile().capability(action).orElseThrow().limits();
    }

    private static Limit limit(HomieRobot robot, String action) {
        return robot.profile()
                .capability(action)
                .map(each -> each.limits().get(0))
                .orElse(new Limit.YesNo("none"));
    }

    /** Ask for an act until the device has shown itself: what it says of itself comes in any order. */
    private CompletionStage<Outcome> ask(HomieRobot robot, FakeDevice device, Action action) {
        return ask(robot, device, action, MINUTE);
    }

    private CompletionStage<Outcome> ask(HomieRobot robot, FakeDevice device, Action action, Duration deadline) {
        Deque<CompletionStage<Outcome>> asked = new ArrayDeque<>();
        until("it is set", () -> {
            if (asked.isEmpty() || isRefused(asked.getLast())) {
                asked.add(robot.perform(command(action, deadline), done -> {}));
            }
            return !device.set.isEmpty();
        });
        return asked.getLast();
    }

    private static boolean isRefused(CompletionStage<Outcome> asked) {
        return asked.toCompletableFuture().getNow(new Completed()) instanceof Failed failed
                && List.of(Reason.IMPOSSIBLE, Reason.UNREACHABLE).contains(failed.reason());
    }

    /** Check what is set next; the same once more says no more: it is sent again while no answer has come. */
    private void assertSet(FakeDevice device, String expected) throws InterruptedException {
        String next = device.set.poll(20, TimeUnit.SECONDS);
        while (next != null && next.equals(lastSet.get(device)) && !next.equals(expected)) {
            next = device.set.poll(20, TimeUnit.SECONDS);
        }
        assertThat(next).isEqualTo(expected);
        lastSet.put(device, expected);
    }

    private CompletionStage<Outcome> perform(HomieRobot robot, Action action) {
        return robot.perform(command(action, MINUTE), done -> {});
    }

    private Command command(Action action, Duration deadline) {
        return new Command("c-" + ++count, action, deadline);
    }

    private boolean isDone(HomieRobot robot, Action action) {
        try {
            return outcome(perform(robot, action)).equals(new Completed());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void until(String what, BooleanSupplier holds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(limit);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Outcome outcome(CompletionStage<Outcome> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Reason reason(CompletionStage<Outcome> stage) throws Exception {
        return ((Failed) outcome(stage)).reason();
    }
}
