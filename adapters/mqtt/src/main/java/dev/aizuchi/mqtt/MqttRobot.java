package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Drive a robot whose side runs elsewhere, over an MQTT broker: the runtime's side of the link.
 *
 * <p>While the link is down, an order fails at once as unreachable; only a call for a person waits for the link, and
 * {@link #stop} is the first thing sent when it is back. A {@link #resume} given while the link is down does nothing.
 * {@link Percept.Link} tells when the link goes and comes, {@link Percept.EmergencyStop} when any other client
 * published a stop. The clocks of both machines must agree to two seconds.
 */
public final class MqttRobot implements Robot {
    private static final List<Topic> HEARD = List.of(
            Topic.STATUS,
            Topic.PROFILE,
            Topic.STATE,
            Topic.ACK,
            Topic.PROGRESS,
            Topic.OUTCOME,
            Topic.PERCEPT,
            Topic.STOP);

    private final MqttSettings settings;
    private final InstantSource clock;
    private final Connection connection;
    private final ScheduledExecutorService thread;
    private final StopSender stops;
    private final RobotView view;
    private final Exchange exchange;

    private MqttRobot(MqttSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.view = new RobotView(clock);
        String runtime = UUID.randomUUID().toString().substring(0, 8);
        String clientId = "aizuchi-runtime-" + settings.robot() + "-" + runtime;
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId));
        this.connection = new Connection(settings, clientId, HEARD, false, new Inbox());
        this.stops = new StopSender(runtime, connection);
        this.exchange = new Exchange(settings, runtime, connection, stops, view);
    }

    /**
     * Connect, and wait until the robot has told its profile and a first state.
     *
     * @throws AdapterException when broker or robot does not answer within the open timeout, or the broker refuses
     */
    public static MqttRobot open(MqttSettings settings) {
        return open(settings, InstantSource.system());
    }

    static MqttRobot open(MqttSettings settings, InstantSource clock) {
        MqttRobot robot = new MqttRobot(settings, clock);
        try {
            CompletableFuture<Void> up = robot.connection.open();
            Threads.every(robot.thread, settings.heartbeat().toMillis(), robot.exchange::tick);
            Opening.await(up.thenCompose(ready -> robot.view.complete()), settings, robot::missing);
            return robot;
        } catch (AdapterException e) {
            robot.close();
            throw e;
        }
    }

    @Override
    public RobotProfile profile() {
        return view.profile();
    }

    /**
     * Give the last state that the robot told; it counts as stopped from {@link #stop} on, before the robot says so.
     *
     * <p>It is dated by its receipt on the runtime's clock: the robot's clock may show anything.
     */
    @Override
    public RobotState state() {
        // Before the state is taken: what is told meanwhile may release it.
        boolean stopping = stops.isStopping();
        RobotState told = view.state();
        return stopping ? StopSender.stopped(told) : told;
    }

    /** Give when the robot measured its last state, by its own clock. */
    Instant measuredAt() {
        return view.measuredAt();
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Instant issuedAt = clock.instant();
        long stopsBefore = stops.count();
        Threads.hand(thread, () -> exchange.begin(command, issuedAt, stopsBefore, progress, outcome));
        if (thread.isShutdown()) {
            outcome.complete(new Outcome.Failed(Outcome.Reason.UNREACHABLE, "the adapter is closed"));
        }
        return outcome.minimalCompletionStage();
    }

    @Override
    public void cancel(String commandId) {
        Threads.hand(thread, () -> exchange.cancel(commandId));
    }

    /**
     * Stop at once if the link is up, else as soon as it is; sent on the caller's thread, past all orders that wait.
     */
    @Override
    public void stop() {
        stops.stop();
        Threads.hand(thread, exchange::stopped);
    }

    @Override
    public void resume() {
        stops.resume();
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        view.onPercept(listener);
    }

    /** End all open orders, those that move with a cancel to the robot, and disconnect. */
    @Override
    public void close() {
        Threads.finish(thread, exchange::close);
        connection.close();
    }

    private String missing() {
        return connection.isUp() ? new Diagnosis(settings).absent(view.silent()) : connection.trouble();
    }

    private final class Inbox implements Connection.Listener {
        @Override
        public Optional<byte[]> waitingStop() {
            return stops.waiting();
        }

        @Override
        public void up() {
            Threads.hand(thread, stops::repeat);
        }

        @Override
        public void down(String why) {
            Threads.hand(thread, () -> exchange.lost(why));
        }

        @Override
        public void message(Topic topic, byte[] payload, boolean retained) {
            Threads.hand(thread, () -> exchange.read(topic, payload));
        }

        @Override
        public void forbidden(Topic topic, byte[] payload, String why) {
            Threads.hand(thread, () -> exchange.forbidden(topic, payload, why));
        }
    }
}
