package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every broker. */
abstract class VdaRobotContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<VdaSettings.Road> LONG_WAY = List.of(
            road("n-1", "n-5", false), road("n-5", "n-6", false), road("n-6", "n-7", false), road("n-7", "n-2", false));

    private static int count;

    private final BlockingQueue<Percept> percepts = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<FakeVehicle> vehicles = new ArrayList<>();
    private VdaSettings settings;

    /** Give the broker, the same for all tests of a class. */
    abstract URI broker();

    @BeforeEach
    void choose() {
        settings = settings("2.1", "none");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        assertThat(vehicles).allSatisfy(vehicle -> assertThat(vehicle.breaches).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_vehicle_drives_to_a_place_by_an_order_and_completes_there(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        VdaRobot robot = robot();
        BlockingQueue<Double> progress = new LinkedBlockingQueue<>();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), progress::add);
        await("the vehicle drives", vehicle::isDriving);
        vehicle.creepTo(5, 0);
        assertThat(progress.poll(20, TimeUnit.SECONDS)).isBetween(0.4, 0.6);
        assertThat(robot.state().speed()).isPositive();
        vehicle.drive();
        assertThat(outcome(drive)).isEqualTo(new Completed());
        assertThat(robot.state().place()).isEqualTo("食堂");
        assertThat(robot.state().speed()).isZero();
        assertThat(robot.state().battery()).isEqualTo(0.8);
        assertThat(robot.state().headingDeg()).isEqualTo(90);
        CompletionStage<Outcome> again = robot.perform(navigate("b", "食堂"), done -> {});
        assertThat(outcome(again)).as("it stands there already").isEqualTo(new Completed());
        CompletionStage<Outcome> back = robot.perform(navigate("c", "玄関"), done -> {});
        await("the vehicle drives back", vehicle::isDriving);
        vehicle.drive();
        assertThat(outcome(back)).isEqualTo(new Completed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void where_there_are_roads_an_order_leads_over_them(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        settings = with(settings, List.of(road("n-1", "n-5", false), road("n-5", "n-2", false)));
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.drive();
        assertThat(vehicle.isDriving()).as("it has passed n-5").isTrue();
        vehicle.drive();
        assertThat(outcome(drive)).isEqualTo(new Completed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_way_is_released_bit_by_bit_and_where_no_more_is_the_vehicle_stands(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        settings = with(settings, LONG_WAY, 2);
        VdaRobot robot = robot();
        vehicle.told.clear();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        assertThat(vehicle.lastReleased()).isEqualTo("n-6");
        vehicle.drive();
        await("the next node is released", () -> vehicle.lastReleased().equals("n-7"));
        vehicle.lose("order", 1_000);
        vehicle.drive();
        vehicle.drive();
        assertThat(vehicle.isDriving()).as("it stands at n-7").isFalse();
        await("the runtime sees it stand", () -> robot.state().speed() == 0);
        assertThat(drive.toCompletableFuture()).isNotDone();
        vehicle.lose("order", 0);
        await("it drives on", vehicle::isDriving);
        vehicle.drive();
        assertThat(outcome(drive)).isEqualTo(new Completed());
        assertThat(vehicle.told).containsExactly("order a", "update 1", "update 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_way_of_more_nodes_than_the_vehicle_takes_is_told_in_parts(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        vehicle.describe(Factsheets.of(settings.dialect(), Map.of("order.nodes", 2), 0), 20);
        vehicle.mostNodes(2);
        settings = with(settings, LONG_WAY, 0);
        VdaRobot robot = robot();
        await("its factsheet is known", () -> robot.factsheet().mostNodes() == 2);
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        for (int leg = 0; leg < LONG_WAY.size(); leg++) {
            await("the vehicle drives", vehicle::isDriving);
            vehicle.drive();
        }
        assertThat(outcome(drive)).isEqualTo(new Completed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_stop_leaves_the_rest_of_a_way_unreleased_and_another_order_begins_there(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        settings = with(settings, LONG_WAY, 1);
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.drive();
        await("it drives on", vehicle::isDriving);
        robot.stop();
        assertThat(reason(drive)).isEqualTo(Reason.STOPPED);
        await("the vehicle has let go of it", vehicle::isPaused);
        robot.resume();
        await("the pause is taken back", () -> !vehicle.isPaused());
        assertThat(vehicle.isDriving()).isFalse();
        assertThat(vehicle.lastReleased()).as("no more than that").isEqualTo("n-6");
        await("the robot is released", () -> !robot.state().stopped());
        CompletionStage<Outcome> back = robot.perform(navigate("b", "玄関"), done -> {});
        await("it drives back", vehicle::isDriving);
        vehicle.drive();
        assertThat(outcome(back)).isEqualTo(new Completed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void an_update_that_the_vehicle_rejects_ends_the_order(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        settings = with(settings, LONG_WAY, 1);
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.refuse(true);
        vehicle.drive();
        assertThat(outcome(drive))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.detail()).contains("経路がありません"));
        await("it is cancelled", () -> vehicle.told.contains("cancelOrder"));
    }

    @Test
    void where_no_road_leads_nothing_is_ordered() throws Exception {
        FakeVehicle vehicle = vehicle("2.1");
        settings = with(settings, List.of(road("n-2", "n-1", true)));
        VdaRobot robot = robot();
        assertThat(outcome(robot.perform(navigate("a", "食堂"), done -> {})))
                .isEqualTo(new Failed(Reason.IMPOSSIBLE, "no road leads from node n-1 to n-2"));
        assertThat(vehicle.told).isEmpty();
        assertThatThrownBy(() -> with(settings, List.of(road("n-1", "n-5", false))))
                .hasMessageContaining("no road leads to node n-2 of place 食堂");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_vehicle_that_takes_one_instant_action_at_a_time_is_paused_and_then_cancelled(String version)
            throws Exception {
        FakeVehicle vehicle = vehicle(version);
        vehicle.describe(factsheet(1, "startPause", "stopPause", "cancelOrder"), 1);
        VdaRobot robot = robot();
        await("its factsheet is known", () -> robot.factsheet().mostInstants() == 1);
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the runtime sees it drive", () -> robot.state().speed() > 0);
        vehicle.told.clear();
        robot.stop();
        assertThat(vehicle.told.poll(20, TimeUnit.SECONDS)).isEqualTo("startPause");
        assertThat(vehicle.told.poll(20, TimeUnit.SECONDS)).isEqualTo("cancelOrder");
        assertThat(reason(drive)).isEqualTo(Reason.STOPPED);
        robot.resume();
        await("the pause is taken back", () -> !vehicle.isPaused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_vehicle_that_nobody_could_stop_is_not_sent_anywhere(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        vehicle.describe(factsheet(0, "stateRequest"), Integer.MAX_VALUE);
        VdaRobot robot = robot();
        await("its factsheet is known", () -> robot.factsheet().unstoppable().isPresent());
        assertThat(reason(robot.perform(navigate(fresh(), "食堂"), done -> {}))).isEqualTo(Reason.IMPOSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void a_stop_pauses_and_cancels_and_a_resume_moves_nothing(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.creepTo(5, 0);
        vehicle.told.clear();
        vehicle.linger(true);
        robot.stop();
        assertThat(robot.state().stopped()).isTrue();
        assertThat(vehicle.told.poll(20, TimeUnit.SECONDS))
                .as("the stop goes first")
                .isEqualTo("startPause");
        assertThat(vehicle.told.poll(20, TimeUnit.SECONDS)).isEqualTo("cancelOrder");
        assertThat(reason(drive)).isEqualTo(Reason.STOPPED);
        assertThat(reason(robot.perform(navigate("b", "食堂"), done -> {}))).isEqualTo(Reason.STOPPED);
        robot.resume();
        assertThat(reason(robot.perform(navigate("c", "食堂"), done -> {})))
                .as("the order is not gone yet")
                .isEqualTo(Reason.STOPPED);
        assertThat(vehicle.isPaused()).isTrue();
        vehicle.linger(false);
        await("the pause is taken back", () -> !vehicle.isPaused());
        assertThat(vehicle.isDriving()).isFalse();
        await("the robot is released", () -> !robot.state().stopped());
        CompletionStage<Outcome> next = robot.perform(navigate("d", "食堂"), done -> {});
        await("it drives on from where it stands", vehicle::isDriving);
        vehicle.drive();
        assertThat(outcome(next)).isEqualTo(new Completed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void what_gets_lost_on_the_way_is_sent_again_and_done_once(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        VdaRobot robot = robot();
        vehicle.told.clear();
        vehicle.lose("order", 2);
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.lose("instantActions", 3);
        robot.stop();
        await("the vehicle stands", () -> vehicle.isPaused() && !vehicle.isDriving());
        assertThat(reason(drive)).isEqualTo(Reason.STOPPED);
        assertThat(vehicle.told).containsExactly("order a", "startPause", "cancelOrder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void an_order_that_is_cancelled_ends_when_the_vehicle_has_let_go_of_it(String version) throws Exception {
        FakeVehicle vehicle = vehicle(version);
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.linger(true);
        vehicle.told.clear();
        robot.cancel("a");
        assertThat(vehicle.told.poll(20, TimeUnit.SECONDS)).isEqualTo("cancelOrder");
        assertThat(drive.toCompletableFuture()).isNotDone();
        assertThat(reason(robot.perform(navigate("b", "玄関"), done -> {}))).isEqualTo(Reason.BUSY);
        vehicle.linger(false);
        assertThat(reason(drive)).isEqualTo(Reason.CANCELLED);
        assertThat(robot.state().stopped()).isFalse();
    }

    @Test
    void an_order_that_is_not_done_by_its_deadline_is_cancelled() throws Exception {
        FakeVehicle vehicle = vehicle("2.1");
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(
                new Command("a", new Action.Navigate(new Place("食堂")), Duration.ofSeconds(2)), done -> {});
        assertThat(reason(drive)).isEqualTo(Reason.TIMED_OUT);
        await("the vehicle has been told to let go of it", () -> vehicle.told.contains("cancelOrder"));
        await("it has let go of it", () -> !vehicle.isDriving());
    }

    @Test
    void an_order_that_the_vehicle_gives_up_fails_and_by_hand_it_takes_none() throws Exception {
        FakeVehicle vehicle = vehicle("2.1");
        VdaRobot robot = robot();
        CompletionStage<Outcome> given = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.mode("MANUAL");
        assertThat(reason(given)).isEqualTo(Reason.FAULT);
        await(
                "the mode is known",
                () -> reasonNow(robot.perform(navigate(fresh(), "食堂"), done -> {})) == Reason.IMPOSSIBLE);
    }

    @Test
    void a_vehicle_that_breaks_down_or_rejects_an_order_is_quoted() throws Exception {
        FakeVehicle vehicle = vehicle("2.1");
        VdaRobot robot = robot();
        vehicle.refuse(true);
        assertThat(outcome(robot.perform(navigate("a", "食堂"), done -> {})))
                .isEqualTo(new Failed(Reason.IMPOSSIBLE, "orderError: 経路がありません"));
        vehicle.refuse(false);
        CompletionStage<Outcome> broken = robot.perform(navigate(fresh(), "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.breakDown("motorFailure");
        assertThat(outcome(broken))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.detail()).contains("motorFailure", "経路がありません"));
        await("the vehicle has let go of it", () -> !vehicle.isDriving());
    }

    @Test
    void an_order_that_the_vehicle_never_takes_is_given_up() throws Exception {
        FakeVehicle vehicle = vehicle("3.0");
        settings = with(settings, settings.stateTimeout(), Duration.ofSeconds(3));
        VdaRobot robot = robot();
        vehicle.lose("order", 1_000);
        assertThat(reason(robot.perform(navigate("a", "食堂"), done -> {}))).isEqualTo(Reason.UNREACHABLE);
        assertThat(vehicle.isDriving()).isFalse();
    }

    @Test
    void a_vehicle_that_keeps_instant_actions_is_told_to_forget_them() throws Exception {
        FakeVehicle vehicle = vehicle("3.0");
        VdaRobot robot = robot();
        for (int i = 0; i < 12; i++) {
            robot.stop();
            await("the vehicle stands", vehicle::isPaused);
            robot.resume();
            await("the pause is taken back", () -> !vehicle.isPaused());
        }
        await("they are forgotten", () -> vehicle.told.contains("clearInstantActions"));
    }

    @Test
    void a_vehicle_that_dies_is_told_of_and_its_order_is_cancelled_when_it_is_back() throws Exception {
        FakeVehicle vehicle = vehicle("3.0");
        VdaRobot robot = robot();
        CompletionStage<Outcome> drive = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.die();
        assertThat(reason(drive)).isEqualTo(Reason.UNREACHABLE);
        await("the link is told of", () -> percepts.contains(new Percept.Link(false)));
        assertThat(reason(robot.perform(navigate("b", "食堂"), done -> {}))).isEqualTo(Reason.UNREACHABLE);
        vehicle.revive();
        await("the order is cancelled", () -> !vehicle.isDriving() && vehicle.told.contains("cancelOrder"));
        await("the link is told of", () -> percepts.contains(new Percept.Link(true)));
    }

    @Test
    void an_emergency_stop_at_the_vehicle_is_told_of_and_forbids_orders() throws Exception {
        FakeVehicle vehicle = vehicle("2.1");
        VdaRobot robot = robot();
        vehicle.press(true);
        await("it is told of", () -> percepts.contains(new Percept.EmergencyStop(true)));
        assertThat(robot.state().emergencyStop()).isTrue();
        assertThat(reason(robot.perform(navigate("a", "食堂"), done -> {}))).isEqualTo(Reason.STOPPED);
        vehicle.press(false);
        await("its release too", () -> percepts.contains(new Percept.EmergencyStop(false)));
    }

    @Test
    void what_the_vehicle_cannot_do_fails_and_the_same_order_twice_is_one() throws Exception {
        FakeVehicle vehicle = vehicle("2.1");
        VdaRobot robot = robot();
        assertThat(reason(robot.perform(navigate("x", "月"), done -> {}))).isEqualTo(Reason.IMPOSSIBLE);
        assertThat(reason(robot.perform(new Command("y", new Action.Dock(), MINUTE), done -> {})))
                .isEqualTo(Reason.IMPOSSIBLE);
        CompletionStage<Outcome> one = robot.perform(navigate("a", "食堂"), done -> {});
        CompletionStage<Outcome> two = robot.perform(navigate("a", "食堂"), done -> {});
        await("the vehicle drives", vehicle::isDriving);
        vehicle.drive();
        assertThat(outcome(one)).isEqualTo(new Completed());
        assertThat(outcome(two)).isEqualTo(new Completed());
        assertThat(robot.profile().capability("navigate")).isPresent();
    }

    @Test
    void a_vehicle_that_is_not_there_fails_the_start_with_its_topic() {
        VdaSettings absent = with(settings("3.0", "absent"), Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThatThrownBy(() -> VdaRobot.open(absent))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("vda5050/v3/Aizuchi/absent/state");
    }

    @Test
    void settings_that_cannot_work_are_refused_with_the_cure() {
        assertThatThrownBy(() -> settings("1.1", "a")).hasMessageContaining("write \"2.1\" or \"3.0\"");
        assertThatThrownBy(() -> settings("2.1", "a/b")).hasMessageContaining("serial-number");
        assertThatThrownBy(() -> with(settings("2.1", "a"), List.of(), 1))
                .hasMessageContaining("release-ahead is 1; write how many nodes");
        assertThatThrownBy(() -> VdaSettings.of(broker(), "A", "b", "2.1", List.of()))
                .hasMessageContaining("places are missing");
    }

    private FakeVehicle vehicle(String version) throws MqttException {
        settings = settings(version, "v-" + ++count);
        FakeVehicle vehicle = new FakeVehicle(broker(), settings, "n-1");
        open.add(0, vehicle);
        vehicles.add(vehicle);
        return vehicle;
    }

    private VdaRobot robot() {
        VdaRobot robot = VdaRobot.open(settings);
        robot.onPercept(percepts::add);
        open.add(0, robot);
        return robot;
    }

    /** A busy machine may take its time over an answer. */
    private VdaSettings settings(String version, String serial) {
        List<VdaSettings.Spot> places = List.of(
                new VdaSettings.Spot("玄関", "n-1", 0, 0, 90, "floor-1"),
                new VdaSettings.Spot("食堂", "n-2", 10, 0, 270, "floor-1"));
        VdaSettings usual = VdaSettings.of(broker(), "Aizuchi", serial, version, places);
        return with(usual, usual.stateTimeout(), Duration.ofSeconds(20));
    }

    private static VdaSettings.Road road(String from, String to, boolean oneWay) {
        return new VdaSettings.Road(from, to, 0, oneWay);
    }

    private byte[] factsheet(int mostInstants, String... instantActions) {
        return Factsheets.of(settings.dialect(), Map.of("instantActions", mostInstants), 0.4, instantActions);
    }

    private static VdaSettings with(VdaSettings usual, List<VdaSettings.Road> roads) {
        return with(usual, roads, 0);
    }

    private static VdaSettings with(VdaSettings usual, List<VdaSettings.Road> roads, int ahead) {
        return with(usual, roads, ahead, usual.stateTimeout(), usual.answerTimeout());
    }

    private static VdaSettings with(VdaSettings usual, Duration stateTimeout, Duration answerTimeout) {
        return with(usual, List.of(), 0, stateTimeout, answerTimeout);
    }

    private static VdaSettings with(
            VdaSettings usual, List<VdaSettings.Road> roads, int ahead, Duration stateTimeout, Duration answerTimeout) {
        return new VdaSettings(
                usual.broker(),
                usual.manufacturer(),
                usual.serialNumber(),
                usual.version(),
                usual.interfaceName(),
                usual.places(),
                roads,
                ahead,
                stateTimeout,
                answerTimeout,
                usual.minimumBattery(),
                null,
                null,
                null,
                null,
                null);
    }

    private static String fresh() {
        return "o-" + ++count;
    }

    private static Command navigate(String id, String place) {
        return new Command(id, new Action.Navigate(new Place(place)), MINUTE);
    }

    private static Outcome outcome(CompletionStage<Outcome> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Reason reason(CompletionStage<Outcome> stage) throws Exception {
        return ((Failed) outcome(stage)).reason();
    }

    private static Reason reasonNow(CompletionStage<Outcome> stage) {
        return ((Failed) outcomeNow(stage)).reason();
    }

    private static Outcome outcomeNow(CompletionStage<Outcome> stage) {
        try {
            return outcome(stage);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(String what, BooleanSupplier holds) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(limit);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
