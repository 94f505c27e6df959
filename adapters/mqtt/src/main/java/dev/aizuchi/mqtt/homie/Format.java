package dev.aizuchi.mqtt.homie;

import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability.Limit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Say which values a property takes: its datatype and format in the convention. */
sealed interface Format {
    /** Bound the argument by which it is set. */
    Limit limit(String argument);

    /** Write an argument as payload; empty when it is not of this format. */
    Optional<String> payload(Argument argument);

    /** Tell whether two payloads mean the same. */
    default boolean isSame(String one, String other) {
        return one.equals(other);
    }

    /** A {@code boolean}. */
    record Flag() implements Format {
        @Override
        public Limit limit(String argument) {
            return new Limit.YesNo(argument);
        }

        @Override
        public Optional<String> payload(Argument argument) {
            return argument instanceof Argument.Flag flag
                    ? Optional.of(Boolean.toString(flag.value()))
                    : Optional.empty();
        }
    }

    /** An {@code integer} or {@code float} with both ends of its range; step 0 for any value. */
    record Amount(double min, double max, double step, boolean whole) implements Format {
        @Override
        public Limit limit(String argument) {
            return new Limit.Range(argument, min, max);
        }

        @Override
        public Optional<String> payload(Argument argument) {
            return argument instanceof Argument.Measure measure && measure.value() >= min && measure.value() <= max
                    ? Optional.of(payload(measure.value()))
                    : Optional.empty();
        }

        /** Write the nearest value that it takes. */
        String payload(double wanted) {
            double grid = step > 0 ? step : whole ? 1 : 0;
            double value = grid > 0 ? min + Math.round((wanted - min) / grid) * grid : wanted;
            double bounded = Math.max(min, Math.min(max, value));
            return whole
                    ? Long.toString(Math.round(bounded))
                    : BigDecimal.valueOf(Math.round(bounded * 1e6) / 1e6)
                            .stripTrailingZeros()
                            .toPlainString();
        }

        @Override
        public boolean isSame(String one, String other) {
            try {
                return Math.abs(Double.parseDouble(one) - Double.parseDouble(other)) < 1e-6;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** An {@code enum}. */
    record Choice(List<String> values) implements Format {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public Limit limit(String argument) {
            return new Limit.OneOf(argument, values);
        }

        @Override
        public Optional<String> payload(Argument argument) {
            return argument instanceof Argument.Text text && values.contains(text.value())
                    ? Optional.of(text.value())
                    : Optional.empty();
        }

        /** Find one of some words among the values. */
        Optional<String> find(String... words) {
            return values.stream()
                    .filter(value -> Arrays.stream(words).anyMatch(value::equalsIgnoreCase))
                    .findFirst();
        }
    }

    /** A {@code string}. */
    record Words() implements Format {
        private static final int LONGEST = 200;

        @Override
        public Limit limit(String argument) {
            return new Limit.AnyText(argument, LONGEST);
        }

        @Override
        public Optional<String> payload(Argument argument) {
            return argument instanceof Argument.Text text ? Optional.of(text.value()) : Optional.empty();
        }
    }

    /**
     * Read what a description says.
     *
     * @return empty for what cannot be bounded, or is no value that a person would say: a color, a time, JSON
     */
    static Optional<Format> of(String datatype, String format, String unit) {
        return switch (datatype) {
            case "boolean" -> Optional.of(new Flag());
            case "integer", "float" -> amount(format, unit, datatype.equals("integer"));
            case "enum" ->
                format.isEmpty() ? Optional.empty() : Optional.of(new Choice(List.of(format.split(",", -1))));
            case "string" -> Optional.of(new Words());
            default -> Optional.empty();
        };
    }

    private static Optional<Format> amount(String format, String unit, boolean whole) {
        String[] parts = (format.isEmpty() && unit.equals("%") ? "0:100" : format).split(":", -1);
        try {
            double min = Double.parseDouble(parts[0]);
            double max = Double.parseDouble(parts.length > 1 ? parts[1] : "");
            double step = parts.length > 2 ? Double.parseDouble(parts[2]) : 0;
            return min < max && Double.isFinite(min) && Double.isFinite(max) && step >= 0
                    ? Optional.of(new Amount(min, max, step, whole))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
