package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Judge every act before it reaches the robot. What the profile does not declare is refused.
 *
 * <p>This is no safety-rated stop or protective device in the sense of ISO 13482: a robot needs those besides.
 */
public final class SafetyGate {
    private static final List<SafetyRule> STANDARD = List.of(
            rule("argument", SafetyGate::hasUnlimitedArgument),
            rule("emergency-stop", request -> request.moves() && request.state().emergencyStop()),
            rule("stopped", request -> request.moves() && request.stopped()),
            rule("stale-state", request -> request.moves() && isStale(request)),
            rule("battery", request -> request.moves() && isLow(request)));

    private final Robot robot;
    private final InstantSource clock;
    private final BooleanSupplier latched;
    private final Sentences sentences;
    private final List<SafetyRule> rules;

    /** Build the gate; the site's own rules can only forbid more. */
    SafetyGate(
            Robot robot,
            InstantSource clock,
            BooleanSupplier latched,
            Sentences sentences,
            List<SafetyRule> siteRules) {
        this.rules = Stream.concat(STANDARD.stream(), siteRules.stream()).toList();
        this.robot = robot;
        this.clock = clock;
        this.latched = latched;
        this.sentences = sentences;
    }

    /** Judge an act as things stand now; {@code confirmed} tells that a person has said yes to it. */
    Verdict judge(Action action, boolean confirmed) {
        RobotProfile profile = robot.profile();
        Optional<Capability> declared = profile.capability(action.name());
        if (declared.isEmpty()) {
            return refused("undeclared");
        }
        Capability capability = declared.get();
        RobotState state = robot.state();
        SafetyRule.Request request = new SafetyRule.Request(
                action, capability, profile, state, clock.instant(), latched.getAsBoolean() || state.stopped());
        for (SafetyRule rule : rules) {
            if (rule.forbids(request)) {
                return refused(rule.name());
            }
        }
        if (!confirmed && action.leastEffect().or(capability.effect()).needsConfirmation()) {
            return new Verdict.NeedsConfirmation(question(action));
        }
        return new Verdict.Approved();
    }

    /** Tell whether an act moves; one that is not declared counts as moving. */
    boolean moves(Action action) {
        return robot.profile()
                .capability(action.name())
                .map(capability -> moves(action, capability))
                .orElse(true);
    }

    static boolean moves(Action action, Capability capability) {
        return action instanceof Action.Own ? capability.moves() : action.moves() || capability.moves();
    }

    Verdict.Refused refused(String rule) {
        String key = "refused." + rule;
        return new Verdict.Refused(rule, sentences.say(sentences.has(key) ? key : "refused.undeclared"));
    }

    String question(Action action) {
        String key = "act." + action.name().toLowerCase(Locale.ROOT);
        return sentences.say("confirm", Map.of("act", sentences.say(sentences.has(key) ? key : "act.own")));
    }

    private static boolean hasUnlimitedArgument(SafetyRule.Request request) {
        // A missing argument is as undeclared as an extra one: both lists must match.
        return request.action().arguments().size()
                        != request.capability().limits().size()
                || !request.action().arguments().stream()
                        .allMatch(argument -> request.capability()
                                .limit(argument.name())
                                .filter(limit -> isWithin(argument, limit))
                                .isPresent());
    }

    private static boolean isWithin(Argument argument, Limit limit) {
        if (argument instanceof Argument.Measure measure && limit instanceof Limit.Range range) {
            return measure.value() >= range.min() && measure.value() <= range.max();
        }
        if (argument instanceof Argument.Text text && limit instanceof Limit.OneOf oneOf) {
            return oneOf.values().contains(text.value());
        }
        if (argument instanceof Argument.Text text && limit instanceof Limit.AnyText any) {
            return text.value().length() <= any.maxLength();
        }
        return argument instanceof Argument.Flag && limit instanceof Limit.YesNo;
    }

    private static boolean isStale(SafetyRule.Request request) {
        return request.state().at().plus(request.profile().maximumStateAge()).isBefore(request.now());
    }

    /** A robot low on charge may still drive home. */
    private static boolean isLow(SafetyRule.Request request) {
        return !(request.state().battery() >= request.profile().minimumBattery())
                && !(request.action() instanceof Action.Dock);
    }

    private static SafetyRule rule(String name, Predicate<SafetyRule.Request> forbids) {
        return new SafetyRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean forbids(Request request) {
                return forbids.test(request);
            }
        };
    }
}
