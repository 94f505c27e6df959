package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.models.Suggestion;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Convert values; these are all that there are. */
enum Function {
    /** Degrees to radians. */
    RAD(Math::toRadians),
    /** Radians to degrees. */
    DEG(Math::toDegrees),
    /** The number without its sign. */
    ABS(Math::abs),
    /** -1, 0 or 1. */
    SIGN(Math::signum),
    /** Percent to a part from 0 to 1. */
    PERCENT(value -> value / 100),
    /** The first by the second. */
    TIMES((a, b) -> a * b),
    /** The first through the second. */
    DIVIDE((a, b) -> a / b),
    /** The length of a way of which these are the two parts. */
    LENGTH(Math::hypot),
    /** The greatest of some items; 0 where there are none. */
    GREATEST(1, values -> new Datum.Real(greatest(values.get(0)))),
    /** The nearest whole number, for fields that hold only such. */
    WHOLE(1, values -> new Datum.Whole(Math.round(Expression.number(values.get(0))))),
    /** The opposite of yes or no. */
    NOT(1, values -> new Datum.Flag(!flag(values.get(0)))),
    /** A heading in degrees as a quaternion. */
    QUATERNION(1, values -> quaternion(Expression.number(values.get(0)))),
    /** The heading of a quaternion, in degrees. */
    HEADING(1, values -> new Datum.Real(heading(values.get(0)))),
    /** The time as builtin_interfaces/Time. */
    NOW(0, values -> now(Instant.now())),
    /** Seconds as builtin_interfaces/Duration. */
    SECONDS(1, values -> seconds(Expression.number(values.get(0))));

    private final int arguments;
    /** Pure: none of them keeps anything. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final java.util.function.Function<List<Datum>, Datum> body;

    Function(int arguments, java.util.function.Function<List<Datum>, Datum> body) {
        this.arguments = arguments;
        this.body = body;
    }

    Function(DoubleUnaryOperator body) {
        this(1, values -> new Datum.Real(body.applyAsDouble(Expression.number(values.get(0)))));
    }

    Function(DoubleBinaryOperator body) {
        this(
                2,
                values -> new Datum.Real(
                        body.applyAsDouble(Expression.number(values.get(0)), Expression.number(values.get(1)))));
    }

    static Function named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no function " + name
                        + Suggestion.hint(
                                name,
                                Arrays.stream(values()).map(Function::toString).toList())));
    }

    /** Give the name by which the file calls it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    int arguments() {
        return arguments;
    }

    Datum of(List<Datum> values) {
        return body.apply(values);
    }

    private static boolean flag(Datum datum) {
        if (datum instanceof Datum.Flag flag) {
            return flag.value();
        }
        throw new IllegalArgumentException("not a yes or no: " + datum);
    }

    private static double greatest(Datum datum) {
        if (datum instanceof Datum.Items items) {
            return items.values().stream().mapToDouble(Expression::number).max().orElse(0);
        }
        throw new IllegalArgumentException("not a list of numbers: " + datum);
    }

    private static Datum quaternion(double headingDeg) {
        double half = Math.toRadians(headingDeg) / 2;
        Map<String, Datum> fields = new LinkedHashMap<>();
        fields.put("x", new Datum.Real(0));
        fields.put("y", new Datum.Real(0));
        fields.put("z", new Datum.Real(Math.sin(half)));
        fields.put("w", new Datum.Real(Math.cos(half)));
        return new Datum.Fields(fields);
    }

    private static double heading(Datum datum) {
        if (!(datum instanceof Datum.Fields fields)
                || !fields.values().keySet().containsAll(List.of("x", "y", "z", "w"))) {
            throw new IllegalArgumentException("not a quaternion with x, y, z, w: " + datum);
        }
        double x = part(fields, "x");
        double y = part(fields, "y");
        double z = part(fields, "z");
        double w = part(fields, "w");
        return Math.toDegrees(Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)));
    }

    private static double part(Datum.Fields fields, String name) {
        return Expression.number(new Expression.Path(List.of(name)).in(fields));
    }

    private static Datum now(Instant now) {
        return time(now.getEpochSecond(), now.getNano());
    }

    private static Datum seconds(double seconds) {
        long whole = (long) Math.floor(seconds);
        return time(whole, Math.round((seconds - whole) * 1e9));
    }

    private static Datum time(long sec, long nanosec) {
        Map<String, Datum> fields = new LinkedHashMap<>();
        fields.put("sec", new Datum.Whole(sec));
        fields.put("nanosec", new Datum.Whole(nanosec));
        return new Datum.Fields(fields);
    }
}
