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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
    private final House house;
    private final CountDownLatch linked = new CountDownLatch(1);
    private final TopicClient client;
    private final RobotProfile profile;
    private final List<Act.Setting> halts;
    private volatile boolean latched;

    private HomieRobot(HomieSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        String clientId = "aizuchi-homie-" + UUID.randomUUID();
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId));
        this.house = new House(settings, this::publish);
        String root = settings.root();
        this.client = TopicClient.open(
                settings.link(clientId),
                List.of(root + "+/$state", root + "+/$description", root + "+/+/+", root + "+/+/+/$target"),
                (topic, payload) -> hand(() -> house.told(topic.substring(root.length()), payload)),
                up -> {
                    if (up) {
                        linked.countDown();
                    }
                });
        try {
            Map<String, Act> acts = discover();
            this.profile = new RobotProfile(
                    "Homie", acts.values().stream().map(Act::capability).toList(), 0, AGE);
            this.halts = halts(acts);
        } catch (AdapterException e) {
            thread.shutdownNow();
            client.close();
            throw e;
        }
        Threads.every(thread, TICK_MS, () -> house.tick(System.nanoTime()));
    }

    /**
     * Connect, and wait for the devices to show themselves.
     *
     * @throws AdapterException when the broker does not answer or refuses
     */
    static HomieRobot open(HomieSettings settings) {
        return new HomieRobot(settings, InstantSource.system());
    }

    private Map<String, Act> discover() {
        try {
            if (!linked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AdapterException("no MQTT broker answers at " + settings.broker()
                        + "; start it, or correct broker in the settings of the devices");
            }
            Map<String, Act> acts = thread.schedule(
                            house::settle, settings.discovery().toMillis(), TimeUnit.MILLISECONDS)
                    .get();
            if (acts.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "no Homie 5 device below {0} at {1} can be set",
                        settings.root(),
                        settings.broker());
            }
            return acts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdapterException("interrupted while looking for devices", e);
        } catch (ExecutionException e) {
            throw new AdapterException("the devices' descriptions cannot be used", e);
        }
    }

    /** Find what brings a moving device to a stand. */
    private static List<Act.Setting> halts(Map<String, Act> acts) {
        return acts.values().stream().flatMap(act -> act.halt().stream()).toList();
    }

    @Override
    public RobotProfile profile() {
        return profile;
    }

    /** Give a state of now, at no place: a house does not move. */
    @Override
    public RobotState state() {
        return new RobotState(clock.instant(), 0, 0, 0, 0, 1, false, latched, "");
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        if (!hand(() -> house.begin(command, outcome))) {
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
        latched = true;
        halts.forEach(
                halt -> publish(halt.property().path() + "/set", halt.payload().getBytes(StandardCharsets.UTF_8), 2));
        hand(house::stopped);
    }

    @Override
    public void resume() {
        latched = false;
        hand(house::resume);
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
