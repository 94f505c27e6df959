package dev.aizuchi.robot;

import java.util.List;
import java.util.Optional;

/**
 * Declare that a robot can perform an act, within limits.
 *
 * @param action wire name of the act
 * @param effect the effect class that this robot's maker gives it
 * @param moves whether the act moves the robot or what it holds, so that a latched stop forbids it
 * @param limits one for each argument; an argument without a limit is refused
 */
public record Capability(String action, Effect effect, boolean moves, List<Limit> limits) {
    public Capability {
        limits = List.copyOf(limits);
        if (action.isBlank()) {
            throw new IllegalArgumentException("a capability needs the name of an act");
        }
    }

    /** Find the limit of an argument. */
    public Optional<Limit> limit(String argument) {
        return limits.stream()
                .filter(limit -> limit.argument().equals(argument))
                .findFirst();
    }

    /** Bound the values of one argument. */
    public sealed interface Limit {

        /** Name the argument. */
        String argument();

        /** Allow numbers from {@code min} to {@code max}, both included, in the unit that the name ends with. */
        record Range(String argument, double min, double max) implements Limit {
            public Range {
                if (!(min <= max)) {
                    throw new IllegalArgumentException(argument + ": min " + min + " is above max " + max);
                }
            }
        }

        /** Allow the listed words. */
        record OneOf(String argument, List<String> values) implements Limit {
            public OneOf {
                values = List.copyOf(values);
            }
        }

        /** Allow any text up to a length in UTF-16 units. */
        record AnyText(String argument, int maxLength) implements Limit {}

        /** Allow yes and no. */
        record YesNo(String argument) implements Limit {}
    }
}
