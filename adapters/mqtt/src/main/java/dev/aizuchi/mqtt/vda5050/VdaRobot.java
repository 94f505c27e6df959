package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Threads;
import dev.aizuchi.mqtt.TopicClient;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Drive a vehicle to named places by VDA 5050, as its fleet control.
 *
 * <p>A {@link #stop} goes out on the caller's thread: {@code startPause} and {@code cancelOrder} in one message, sent
 * again until the vehicle has done both. A {@link #resume} takes the pause back once the order is gone, so that nothing
 * moves by it. The vehicle has no dead-man in this interface: without a link it goes on with the order that it has.
 */
public final class VdaRobot implements Robot {
    private static final long TICK_MS = 200;

    private final VdaSettings settings;
    private final RobotProfile profile;
    private final Vehicle vehicle;
    private final ScheduledExecutorService thread;
    private final List<Consumer<Percept>> listeners = new CopyOnWriteArrayList<>();
    private final TopicClient client;

    private VdaRobot(VdaSettings settings, InstantSource clock) {
        this.settings = settings;
        this.profile = profile(settings);
        String clientId = "aizuchi-vda-" + settings.serialNumber() + "-" + UUID.randomUUID();
        this.thread = Executors.newSingleThreadScheduledExecutor(Threads.named(clientId));
        this.vehicle = new Vehicle(settings, clock, this::publish, this::tell);
        this.client = new TopicClient(
                settings.link(clientId),
                List.of(settings.topic("state"), settings.topic("connection"), settings.topic("factsheet")),
                this::heard,
                up -> hand(() -> vehicle.connected(up)));
    }

    /**
     * Connect, and wait until the vehicle has told its state.
     *
     * @throws AdapterException when it does not within the state timeout, or the broker refuses
     */
    static VdaRobot open(VdaSettings settings) {
        return open(settings, InstantSource.system());
    }

    static VdaRobot open(VdaSettings settings, InstantSource clock) {
        VdaRobot robot = new VdaRobot(settings, clock);
        try {
            robot.client.connect();
            Threads.every(robot.thread, TICK_MS, () -> robot.vehicle.tick(System.nanoTime()));
            robot.vehicle.awaitState();
            return robot;
        } catch (AdapterException e) {
            robot.close();
            throw e;
        }
    }

    private static RobotProfile profile(VdaSettings settings) {
        List<String> names =
                settings.places().stream().map(VdaSettings.Spot::name).toList();
        Capability navigate = new Capability(
                "navigate", Effect.REVERSIBLE, true, List.of(new Capability.Limit.OneOf("place", names)));
        return new RobotProfile(
                settings.manufacturer() + " " + settings.serialNumber(),
                List.of(navigate),
                settings.minimumBattery(),
                settings.stateTimeout());
    }

    @Override
    public RobotProfile profile() {
        return profile;
    }

    @Override
    public RobotState state() {
        return vehicle.state();
    }

    /** Give the vehicle's factsheet, as far as it has told one. */
    Factsheet factsheet() {
        return vehicle.factsheet();
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        long stopsBefore = vehicle.stops();
        if (!(command.action() instanceof Action.Navigate)) {
            outcome.complete(new Failed(Reason.IMPOSSIBLE, "the vehicle only drives to places"));
        } else if (!hand(() -> vehicle.begin(command, progress, outcome, stopsBefore))) {
            outcome.complete(new Failed(Reason.UNREACHABLE, "the adapter is closed"));
        }
        return outcome.minimalCompletionStage();
    }

    @Override
    public void cancel(String commandId) {
        hand(() -> vehicle.cancel(commandId));
    }

    @Override
    public void stop() {
        vehicle.stop();
        hand(vehicle::stopped);
    }

    @Override
    public void resume() {
        long stopsBefore = vehicle.stops();
        hand(() -> vehicle.resume(stopsBefore));
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    private void tell(Percept percept) {
        listeners.forEach(
                listener -> Threads.guarded(() -> listener.accept(percept)).run());
    }

    private void heard(String topic, byte[] payload) {
        if (topic.equals(settings.topic("connection"))) {
            hand(() -> vehicle.connection(payload));
        } else if (topic.equals(settings.topic("factsheet"))) {
            hand(() -> vehicle.factsheet(payload));
        } else {
            hand(() -> vehicle.told(payload));
        }
    }

    /** Have the vehicle give up what it was told by this runtime, and disconnect. */
    @Override
    public void close() {
        Threads.finish(thread, () -> vehicle.leave());
        client.close();
    }

    private void publish(String topic, byte[] payload) {
        client.publish(settings.topic(topic), payload, 0);
    }

    private boolean hand(Runnable task) {
        return Threads.hand(thread, task);
    }
}
