package dev.aizuchi.robotprofile;

import dev.aizuchi.robot.Effect;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Map one act to what the robot understands.
 *
 * @param effect what it does to the world
 * @param moves whether it moves the robot or what it holds, so that a latched stop forbids it
 * @param parameters one for each argument, by its name
 * @param requires what the state must be
 * @param timeLimitS seconds after which it has failed, whatever the order's deadline
 * @param steps what is done, one after the other; the act is done when the last one is
 * @param cancel what is published or called besides when the act ends early. Where a motion has neither this nor a goal
 *     nor a closing, what the file has under {@code stop} is sent
 */
record Act(
        Effect effect,
        boolean moves,
        Map<String, Parameter> parameters,
        List<Requirement> requires,
        double timeLimitS,
        List<Step> steps,
        List<Step> cancel) {
    Act {
        Objects.requireNonNull(effect, "effect is missing: none, reversible, irreversible or touches_person");
        parameters = parameters == null ? Map.of() : new LinkedHashMap<>(parameters);
        requires = requires == null ? List.of() : List.copyOf(requires);
        steps = steps == null ? List.of() : List.copyOf(steps);
        cancel = cancel == null ? List.of() : List.copyOf(cancel);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps is missing: what is to be sent");
        }
        if (!(timeLimitS > 0 && timeLimitS <= 86_400)) {
            throw new IllegalArgumentException(
                    "time-limit-s must be given, above 0 and up to 86400, but is " + timeLimitS);
        }
    }

    /** Tell whether it has an end of its own for when it ends early: a goal that can be cancelled, a zero, a cancel. */
    boolean endsItself() {
        return !cancel.isEmpty() || steps.stream().anyMatch(step -> step.goal() != null || step.forS() != null);
    }

    /** Name the buses that it goes over, its end included. */
    Set<String> buses() {
        return Stream.concat(steps.stream(), cancel.stream()).map(Step::on).collect(Collectors.toSet());
    }

    Duration timeLimit() {
        return Duration.ofMillis(Math.round(timeLimitS * 1_000));
    }
}
