package dev.aizuchi.mqtt.homie;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Threads;
import dev.aizuchi.mqtt.TopicClient;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Offer the devices of a house as acts: the lights, curtains, doors, televisions and the thermostat by the usual acts,
 * and each property that can be set by one of its own.
 *
 * <p>A {@link #stop} sends {@code stop} to each device that has such a value, on the caller's thread.
 */
public final class HomieRobot implements Robot {
    private static final System.Logger LOG = System.getLogger(HomieRobot.class.getName());
    private static final long TICK_MS = 200;
    private static final long PATIENCE_SECONDS = 5;
    private static final Duration AGE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final HomieSettings settings;
    private final ScheduledExecutorService thread;
    private final Latch latch = new Latch(this::publish);
    private final House house;
    private final CountDownLatch linked = new CountDownLatch(1);
    private final TopicClient client;
    private volatile RobotProfile profile = profile(Map.of());

    private HomieRobot(HomieSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        String clientId = "aizuchi-homie-" + UUID.randomUUID();
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId));
        this.house = new House(settings, latch, acts -> profile = profile(acts));
        String root = settings.root();
        this.client = new TopicClient(
                settings.link(clientId),
                List.of(root + "+/$state", root + "+/$description", root + "+/+/+", root + "+/+/+/$target"),
                (topic, payload) -> hand(() -> house.told(topic.substring(root.length()), payload)),
                this::link);
    }

    /**
     * Connect, and wait for the devices to show themselves.
     *
     * @throws AdapterException when the broker does not answer or refuses
     */
    static HomieRobot open(HomieSettings settings) {
        HomieRobot robot = new HomieRobot(settings, InstantSource.system());
        try {
            robot.client.connect();
            robot.discover();
        } catch (AdapterException e) {
            robot.close();
            throw e;
        }
        Threads.every(robot.thread, TICK_MS, () -> robot.house.tick(System.nanoTime()));
        return robot;
    }

    private static RobotProfile profile(Map<String, Act> acts) {
        return new RobotProfile(
                "Homie", acts.values().stream().map(Act::capability).toList(), 0, AGE);
    }

    private void link(boolean up) {
        latch.link(up);
        if (up) {
            linked.countDown();
        }
    }

    private void discover() {
        try {
            if (!linked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AdapterException("no MQTT broker answers at " + settings.broker()
                        + "; start it, or correct broker in the settings of the devices");
            }
            TimeUnit.MILLISECONDS.sleep(settings.discovery().toMillis());
            if (profile.capabilities().isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "no Homie 5 device below {0} at {1} can be set yet",
                        settings.root(),
                        settings.broker());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdapterException("interrupted while looking for devices", e);
        }
    }

    /** {@inheritDoc} It changes with the devices that come, go, and describe themselves anew. */
    @Override
    public RobotProfile profile() {
        return profile;
    }

    /** Give a state of now, at no place: a house does not move. */
    @Override
    public RobotState state() {
        return new RobotState(clock.instant(), 0, 0, 0, 0, 1, false, latch.isLatched(), "");
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        long stopsBefore = latch.stops();
        if (!hand(() -> house.begin(command, stopsBefore, outcome))) {
            outcome.complete(new Failed(Reason.UNREACHABLE, "the adapter is closed"));
        }
        return outcome.minimalCompletionStage();
    }

    @Override
    public void cancel(String commandId) {
        hand(() -> house.cancel(commandId));
    }

    @Override
    public void stop() {
        latch.stop();
        hand(house::endStopped);
    }

    @Override
    public void resume() {
        latch.resume();
    }

    /** Take no listener: a house's devices tell nothing here. */
    @Override
    public void onPercept(Consumer<Percept> listener) {}

    @Override
    public void close() {
        Threads.finish(thread, house::close);
        client.close();
    }

    private boolean publish(String path, byte[] payload, int qos) {
        return client.publish(settings.root() + path, payload, qos);
    }

    private boolean hand(Runnable task) {
        return Threads.hand(thread, task);
    }
}
