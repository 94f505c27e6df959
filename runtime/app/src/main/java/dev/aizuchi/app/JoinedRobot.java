package dev.aizuchi.app;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
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
import dev.aizuchi.speech.Talker;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Be one robot with all that can be done by it and by the devices around it; its state is that of the robot itself.
 *
 * <p>An act goes to the first of them whose limits allow it: the robot, then the devices in their order. A stop goes to
 * the robot first.
 */
final class JoinedRobot implements Robot {
    private static final System.Logger LOG = System.getLogger(JoinedRobot.class.getName());

    private final Robot robot;
    private final List<Robot> parts = new ArrayList<>();
    private volatile Joined newest;

    /** What the parts can do together, and what each can. */
    private record Joined(List<RobotProfile> parts, RobotProfile profile) {
        static Joined of(List<RobotProfile> parts) {
            Map<String, Capability> joined = new LinkedHashMap<>();
            parts.forEach(part ->
                    part.capabilities().forEach(each -> joined.merge(each.action(), each, JoinedRobot::joined)));
            RobotProfile own = parts.get(0);
            return new Joined(
                    parts,
                    new RobotProfile(
                            own.name(), List.copyOf(joined.values()), own.minimumBattery(), own.maximumStateAge()));
        }
    }

    JoinedRobot(Robot robot, List<Robot> devices) {
        this.robot = robot;
        parts.add(robot);
        parts.addAll(devices);
        this.newest = Joined.of(parts.stream().map(Robot::profile).toList());
    }

    /** Allow the words of both where an act differs in words alone; else the first keeps it. */
    private static Capability joined(Capability one, Capability other) {
        List<Limit> limits = new ArrayList<>();
        for (Limit limit : one.limits()) {
            Optional<Limit> same = other.limit(limit.argument());
            if (limit instanceof Limit.OneOf words && same.orElse(limit) instanceof Limit.OneOf more) {
                Set<String> all = new LinkedHashSet<>(words.values());
                all.addAll(more.values());
                limits.add(new Limit.OneOf(limit.argument(), List.copyOf(all)));
            } else if (same.filter(limit::equals).isEmpty()) {
                return one;
            } else {
                limits.add(limit);
            }
        }
        Effect graver = one.effect().compareTo(other.effect()) >= 0 ? one.effect() : other.effect();
        return one.limits().size() == other.limits().size()
                ? new Capability(one.action(), graver, one.moves() || other.moves(), limits)
                : one;
    }

    /** {@inheritDoc} It changes with those of the parts. */
    @Override
    public RobotProfile profile() {
        List<RobotProfile> now = parts.stream().map(Robot::profile).toList();
        Joined last = newest;
        if (!last.parts.equals(now)) {
            last = Joined.of(now);
            newest = last;
        }
        return last.profile;
    }

    @Override
    public RobotState state() {
        return robot.state();
    }

    @Override
    public CompletionStage<Outcome> perform(Command command, DoubleConsumer progress) {
        return parts.stream()
                .filter(part -> allows(part, command.action()))
                .findFirst()
                .map(part -> part.perform(command, progress))
                .orElseGet(() -> CompletableFuture.completedStage(
                        new Failed(Reason.IMPOSSIBLE, "neither the robot nor a device does that")));
    }

    private static boolean allows(Robot part, Action action) {
        return part.profile()
                .capability(action.name())
                .filter(capability -> action.arguments().stream().allMatch(argument -> allows(capability, argument)))
                .isPresent();
    }

    /** Tell whether a part knows a word; numbers are for the gate to judge. */
    private static boolean allows(Capability capability, Argument argument) {
        Optional<Limit> limit = capability.limit(argument.name());
        return limit.isPresent()
                && !(limit.get() instanceof Limit.OneOf words
                        && argument instanceof Argument.Text text
                        && !words.values().contains(text.value()));
    }

    @Override
    public void cancel(String commandId) {
        parts.forEach(part -> part.cancel(commandId));
    }

    @Override
    public Optional<Talker> talker() {
        return robot.talker();
    }

    @Override
    public void alive() {
        parts.forEach(Robot::alive);
    }

    @Override
    public void stop() {
        for (Robot part : parts) {
            try {
                part.stop();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a part does not stop; the others do", e);
            }
        }
    }

    @Override
    public void resume() {
        parts.forEach(Robot::resume);
    }

    @Override
    public void onPercept(Consumer<Percept> listener) {
        parts.forEach(part -> part.onPercept(listener));
    }

    /** Leave the parts open: they are closed by who opened them. */
    @Override
    public void close() {}
}
