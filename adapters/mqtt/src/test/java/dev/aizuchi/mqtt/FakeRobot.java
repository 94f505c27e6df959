package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** A robot that does nothing by itself: a test ends its acts, and sees what it was told. */
final class FakeRobot implements Robot {
    static final RobotProfile PROFILE = new RobotProfile(
            "かいご一号",
            List.of(
                    new Capability(
                            "navigate",
                            Effect.REVERSIBLE,
                            true,
                            List.of(new Limit.OneOf("place", List.of("トイレ", "食堂")))),
                    new Capability("rotate", Effect.REVERSIBLE, true, List.of(new Limit.Range("angle_deg", -180, 180))),
                    new Capability("notify", Effect.REVERSIBLE, false, List.of(new Limit.AnyText("message", 200))),
                    new Capability("light", Effect.REVERSIBLE, false, List.of(new Limit.YesNo("on")))),
            0.1,
            Duration.ofSeconds(1));

    final BlockingQueue<Command> performed = new LinkedBlockingQueue<>();
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Outcome>> open = new ConcurrentHashMap<>();
    private final Map<String, DoubleConsumer> progress = new ConcurrentHashMap<>();
    private final List<Consumer<Percept>> listeners = new CopyOnWriteArrayList<>();
    private volatile RobotProfile profile = PROFILE;
    private volatile boolean latched;
    private volatile Step before = () -> {};

    /** Something that may wait. */
    interface Step {
        void run() throws InterruptedException;
    }

    /** Do something, on the thread that asks, before the next act is taken. */
    void beforeNext(Step step) {
        before = step;
    }

    /** Be able to do one thing more. */
    void learn(Capability capability) {
        List<Capability> all = new ArrayList<>(PROFILE.capabilities());
        all.add(capability);
        profile = new RobotProfile(PROFILE.name(), all, PROFILE.minimumBattery(), PROFILE.maximumStateAge());
    }

    void progress(String id, double done) {
        progress.getOrDefault(id, part -> {}).accept(done);
    }

    void end(String id, Outcome outcome) {
        CompletableFuture<Outcome> stage = open.remove(id);
        progress.remove(id);
        if (stage != null) {
            stage.complete(outcome);
        }
    }

    void sense(Percept percept) {
        listeners.forEach(listener -> listener.accept(percept));
    }

    @Override
    public RobotProfile profile() {
        return profile;
    }

    @Override
    public RobotState state() {
        return new RobotState(Instant.now(), 1, 2, 90, open.isEmpty() ? 0 : 0.5, 0.8, false, latched, "食堂");
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer onProgress) {
        Step step = before;
        before = () -> {};
        try {
            step.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        CompletableFuture<Outcome> stage = new CompletableFuture<>();
        boolean moves = command.action().moves();
        if (latched && moves) {
            stage.complete(new Failed(Reason.STOPPED, "a stop is latched"));
        } else {
            open.put(command.id(), stage);
            progress.put(command.id(), onProgress);
        }
        performed.add(command);
        return stage;
    }

    @Override
    public void cancel(String commandId) {
        told.add("cancel " + commandId);
        end(commandId, new Failed(Reason.CANCELLED, "cancelled"));
    }

    @Override
    public void stop() {
        latched = true;
        told.add("stop");
        open.keySet().forEach(id -> end(id, new Failed(Reason.STOPPED, "stopped")));
    }

    @Override
    public void resume() {
        latched = false;
        told.add("resume");
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {}
}
