package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.models.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Read a value out of named ones, bound once: a literal, a path such as {@code pose.position.x}, or a {@link Function}
 * of these. No scripting: what cannot be said so belongs into the robot.
 */
sealed interface Expression {

    /**
     * Give the value.
     *
     * @throws IllegalArgumentException when a name is not there or of another kind; the message says what is
     */
    Datum in(Datum.Fields scope);

    /** A value that stands written. */
    record Literal(Datum value) implements Expression {
        @Override
        public Datum in(Datum.Fields scope) {
            return value;
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Names, numbers for items from 0, and {@code *} for all items, from the outside in. */
    record Path(List<String> steps) implements Expression {
        public Path {
            steps = List.copyOf(steps);
        }

        @Override
        public Datum in(Datum.Fields scope) {
            return walk(scope, 0);
        }

        private Datum walk(Datum start, int from) {
            Datum at = start;
            for (int i = from; i < steps.size(); i++) {
                if (steps.get(i).equals("*") && at instanceof Datum.Items items) {
                    int rest = i + 1;
                    return new Datum.Items(items.values().stream()
                            .map(item -> walk(item, rest))
                            .toList());
                }
                at = inside(at, steps.get(i));
            }
            return at;
        }

        @Override
        public String toString() {
            return String.join(".", steps);
        }

        private Datum inside(Datum at, String step) {
            if (at instanceof Datum.Fields fields) {
                Datum found = fields.values().get(step);
                if (found == null) {
                    throw new IllegalArgumentException("no " + step + (steps.size() == 1 ? "" : " for " + this)
                            + Suggestion.hint(step, fields.values().keySet()));
                }
                return found;
            }
            if (at instanceof Datum.Items items && step.matches("\\d{1,6}")) {
                int index = Integer.parseInt(step);
                if (index < items.values().size()) {
                    return items.values().get(index);
                }
                throw new IllegalArgumentException(
                        this + ": there are only " + items.values().size() + " items");
            }
            throw new IllegalArgumentException(this + ": nothing lies within " + step);
        }
    }

    /** A function of the fixed list. */
    record Call(Function function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Datum in(Datum.Fields scope) {
            List<Datum> values = new ArrayList<>();
            for (Expression argument : arguments) {
                values.add(argument.in(scope));
            }
            return function.of(values);
        }

        @Override
        public String toString() {
            return function + arguments.stream().map(Expression::toString).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /**
     * Read an expression.
     *
     * @throws IllegalArgumentException when it is none; the message says where it ends to be one
     */
    static Expression parse(String text) {
        return new ExpressionReader(text).whole();
    }

    /** Take a value as a number. */
    static double number(Datum datum) {
        if (datum instanceof Datum.Real real) {
            return real.value();
        }
        if (datum instanceof Datum.Whole whole) {
            return whole.value();
        }
        throw new IllegalArgumentException("not a number: " + datum);
    }
}
