package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

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
    private static final int REMEMBERED = 1024;

    private final MqttSettings settings;
    private final InstantSource clock;
    private final String runtime = UUID.randomUUID().toString().substring(0, 8);
    private final Connection connection;
    private final ScheduledExecutorService thread;
    private final List<Consumer<Percept>> listeners = new CopyOnWriteArrayList<>();
    private final Rejections rejections = new Rejections();
    private final StopSender stops;
    private final CompletableFuture<RobotProfile> profile = new CompletableFuture<>();
    private final CompletableFuture<RobotState> firstState = new CompletableFuture<>();
    private volatile @Nullable RobotState state;
    // The rest is confined to the adapter's thread.
    private final Link link;
    private final Orders orders;
    private final Map<String, CompletableFuture<Outcome>> known = new LinkedHashMap<>();

    private MqttRobot(MqttSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.link = new Link(settings.linkTimeout());
        this.orders = new Orders(new OrderSender(), settings.ackTimeout(), settings.queue());
        String clientId = "aizuchi-runtime-" + settings.robot() + "-" + runtime;
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId));
        this.connection = new Connection(settings, clientId, HEARD, false, new Inbox());
        this.stops = new StopSender(runtime, connection);
    }

    /**
     * Connect, and wait until the robot has told its profile and a first state.
     *
     * @throws AdapterException when broker or robot does not answer within the open timeout
     */
    public static MqttRobot open(MqttSettings settings) {
        return open(settings, InstantSource.system());
    }

    static MqttRobot open(MqttSettings settings, InstantSource clock) {
        MqttRobot robot = new MqttRobot(settings, clock);
        try {
            robot.connection.open();
            Threads.every(robot.thread, settings.heartbeat().toMillis(), robot::tick);
            CompletableFuture.allOf(robot.profile, robot.firstState)
                    .get(settings.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return robot;
        } catch (TimeoutException e) {
            String message = robot.missing();
            robot.close();
            throw new AdapterException(message, e);
        } catch (ExecutionException | AdapterException e) {
            robot.close();
            throw new AdapterException("the link to robot " + settings.robot() + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            robot.close();
            throw new AdapterException("interrupted while waiting for robot " + settings.robot(), e);
        }
    }

    @Override
    public RobotProfile profile() {
        return profile.join();
    }

    /**
     * Give the last state that the robot told; it counts as stopped from {@link #stop} on, before the robot says so.
     */
    @Override
    public RobotState state() {
        RobotState told = state == null ? firstState.join() : state;
        return stops.isConfirmed() ? told : StopSender.stopped(told);
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Instant issuedAt = clock.instant();
        long stopsBefore = stops.count();
        Threads.hand(thread, () -> begin(command, issuedAt, stopsBefore, progress, outcome));
        if (thread.isShutdown()) {
            outcome.complete(new Outcome.Failed(Outcome.Reason.UNREACHABLE, "the adapter is closed"));
        }
        return outcome.minimalCompletionStage();
    }

    @Override
    public void cancel(String commandId) {
        Threads.hand(thread, () -> orders.cancel(commandId));
    }

    /** Stop at once if the link is up, else as soon as it is; sent on the caller's thread, past all that waits. */
    @Override
    public void stop() {
        stops.stop();
        Threads.hand(thread, () -> orders.stopped(link.isUp()));
    }

    @Override
    public void resume() {
        stops.resume();
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    /** End all open orders, those that move with a cancel to the robot, and disconnect. */
    @Override
    public void close() {
        Threads.finish(thread, () -> orders.close(link.isUp()));
        connection.close();
    }

    private void begin(
            Command command,
            Instant issuedAt,
            long stopsBefore,
            DoubleConsumer progress,
            CompletableFuture<Outcome> outcome) {
        CompletableFuture<Outcome> earlier = known.get(command.id());
        if (earlier != null) {
            var unused = earlier.thenAccept(outcome::complete);
            return;
        }
        known.put(command.id(), outcome);
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        boolean moves = profile()
                .capability(command.action().name())
                .map(Capability::moves)
                .orElse(command.action().moves());
        if (moves && stops.count() != stopsBefore) {
            outcome.complete(new Outcome.Failed(Outcome.Reason.STOPPED, "a stop came after the order"));
            return;
        }
        orders.begin(command, moves, issuedAt, System.nanoTime(), link.isUp(), progress, outcome);
    }

    private void tick() {
        long now = System.nanoTime();
        if (link.wentSilent(now)) {
            linkDown();
        }
        if (link.isUp()) {
            // A runtime that does not hear the robot falls silent too, so that the robot's dead-man stops it.
            stops.beat();
            stops.repeat();
        }
        orders.tick(now, link.isUp());
    }

    private void linkDown() {
        orders.linkDown();
        tell(new Percept.Link(false));
    }

    private void heard(RobotState told) {
        state = told;
        boolean first = firstState.complete(told);
        long now = System.nanoTime();
        if (link.heard(now)) {
            stops.repeat();
            orders.linkUp(now);
            if (!first) {
                tell(new Percept.Link(true));
            }
        }
    }

    private void tell(Percept percept) {
        for (Consumer<Percept> listener : listeners) {
            Threads.guarded(() -> listener.accept(percept)).run();
        }
    }

    private void acknowledged(Wire.Ack ack) {
        if (!stops.confirm(ack.id())) {
            orders.acknowledged(ack);
        }
    }

    private void read(Topic topic, byte[] payload) {
        if (topic == Topic.STOP) {
            // Any payload stops: whoever presses a button cannot be asked for well-formed JSON.
            tell(new Percept.EmergencyStop(true));
            return;
        }
        try {
            Fields json = Fields.parse(payload);
            switch (topic) {
                case STATUS -> status(Wire.status(json));
                case PROFILE -> profile.complete(ProfileCodec.read(json));
                case STATE -> heard(Wire.state(json));
                case ACK -> acknowledged(Wire.ack(json));
                case PROGRESS -> orders.progressed(Wire.progress(json));
                case OUTCOME -> {
                    Wire.Ending ending = Wire.ending(json);
                    orders.end(ending.id(), ending.outcome());
                }
                case PERCEPT -> tell(PerceptCodec.read(json));
                default -> throw new MalformedException("not a topic that the robot publishes");
            }
        } catch (MalformedException e) {
            rejections.add(topic, e.why());
        }
    }

    private void status(boolean online) {
        if (!online && link.lost()) {
            linkDown();
        }
    }

    private String missing() {
        if (!connection.isUp()) {
            return "no MQTT broker answers at " + settings.broker() + " (" + connection.trouble()
                    + "); start it, or correct broker in the robot's settings";
        }
        return "robot " + settings.robot() + " does not answer on " + Topic.PROFILE.of(settings) + " at "
                + settings.broker() + "; start its side, or correct robot and topic-root in the robot's settings";
    }

    private final class OrderSender implements Orders.Sender {
        @Override
        public void send(Command command, Instant issuedAt, Duration left) {
            long expiry = Math.max(1, left.toSeconds() + 1);
            connection.publish(Topic.COMMAND, Wire.order(new Wire.Order(runtime, issuedAt, command)), expiry);
        }

        @Override
        public void cancel(String id) {
            connection.publish(Topic.CANCEL, Wire.cancel(id), 0);
        }
    }

    private final class Inbox implements Connection.Listener {
        @Override
        public void up() {
            Threads.hand(thread, stops::repeat);
        }

        @Override
        public void down() {
            Threads.hand(thread, () -> status(false));
        }

        @Override
        public void message(Topic topic, MqttMessage message) {
            Threads.hand(thread, () -> read(topic, message.getPayload()));
        }
    }
}
