package dev.aizuchi.core;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Record what it is told; its acts end when the test says so. */
final class FakeRobot implements Robot {
    static final Instant START = Instant.parse("2026-04-01T06:00:00Z");

    final List<Command> performed = new ArrayList<>();
    final List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();
    final List<Consumer<Percept>> listeners = new ArrayList<>();
    RobotState state = new RobotState(START, 0, 0, 0, 0, 0.8, false, false, "廊下");
    Runnable onStop = () -> {};
    Runnable onResume = () -> {};
    Runnable onPerform = () -> {};
    volatile Runnable onAlive = () -> {};
    int stops;
    int resumes;

    @Override
    public void alive() {
        onAlive.run();
    }

    @Override
    public RobotProfile profile() {
        return new RobotProfile(
                "fake",
                List.of(
                        capability("navigate", Effect.REVERSIBLE, true, new Limit.OneOf("place", List.of("食堂", "廊下"))),
                        capability("rotate", Effect.REVERSIBLE, true, new Limit.Range("angle_deg", -180, 180)),
                        capability("display", Effect.NONE, false, new Limit.AnyText("text", 10)),
                        capability("raise_bed", Effect.NONE, true, new Limit.Range("angle_deg", 0, 60)),
                        capability(
                                "light",
                                Effect.REVERSIBLE,
                                false,
                                new Limit.OneOf("place", List.of("食堂")),
                                new Limit.YesNo("on")),
                        capability(
                                "call_human",
                                Effect.REVERSIBLE,
                                false,
                                new Limit.AnyText("role", 20),
                                new Limit.AnyText("place", 20),
                                new Limit.AnyText("reason", 40),
                                new Limit.YesNo("urgent")),
                        capability(
                                "notify",
                                Effect.REVERSIBLE,
                                false,
                                new Limit.AnyText("to", 20),
                                new Limit.AnyText("message", 40)),
                        capability("voice", Effect.NONE, false, new Limit.AnyText("style", 10)),
                        capability("dock", Effect.REVERSIBLE, true),
                        capability("wash", Effect.IRREVERSIBLE, false)),
                0.2,
                Duration.ofSeconds(1));
    }

    private static Capability capability(String action, Effect effect, boolean moves, Limit... limits) {
        return new Capability(action, effect, moves, List.of(limits));
    }

    @Override
    public RobotState state() {
        return state;
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        performed.add(command);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        outcomes.add(outcome);
        onPerform.run();
        return outcome;
    }

    /** End the newest act as done. */
    void complete() {
        end(new Outcome.Completed());
    }

    void end(Outcome outcome) {
        if (!outcomes.get(outcomes.size() - 1).complete(outcome)) {
            throw new IllegalStateException("the act has ended already");
        }
    }

    void hold(RobotState newState) {
        state = newState;
    }

    @Override
    public void cancel(String commandId) {
        cancelled.add(commandId);
    }

    @Override
    public void stop() {
        stops++;
        onStop.run();
    }

    @Override
    public void resume() {
        resumes++;
        onResume.run();
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {}
}
