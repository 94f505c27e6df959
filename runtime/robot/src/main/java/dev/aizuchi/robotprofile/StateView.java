package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.RobotState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keep what the robot last told of itself. */
final class StateView {
    private static final System.Logger LOG = System.getLogger(StateView.class.getName());
    /** Below this a robot stands: odometry is never quite at rest. */
    private static final double STANDS = 0.005;

    /** What of a robot's state everybody knows. */
    static final Set<String> VALUES = Set.of("x", "y", "heading_deg", "speed", "battery", "emergency_stop", "place");

    private static final Duration NEVER = Duration.ofDays(10_000);

    private final RobotFile file;
    private final Pace pace;
    private final Map<String, Datum> known = new LinkedHashMap<>();
    private final Map<Source, Duration> heard = new LinkedHashMap<>();

    StateView(RobotFile file, Pace pace) {
        this.file = file;
        this.pace = pace;
    }

    /** Hear all sources; {@code changed} is called after each message. */
    List<Bus.Subscription> listen(Wires wires, Runnable changed) {
        List<Bus.Subscription> all = new ArrayList<>();
        for (Source source : file.state()) {
            all.add(wires.bus(source.on()).subscribe(source.endpoint(), message -> {
                take(source, message);
                changed.run();
            }));
        }
        return all;
    }

    private synchronized void take(Source source, Datum.Fields message) {
        source.values().forEach((name, expression) -> {
            try {
                known.put(name, expression.in(message));
            } catch (IllegalArgumentException e) {
                // What cannot be read is not known any more: an old value must not pass for a new one.
                known.remove(name);
                LOG.log(Level.WARNING, "{0} of {1} cannot be read: {2}", name, source.topic(), e.getMessage());
            }
        });
        heard.put(source, pace.elapsed());
    }

    /** Give all that is known, by its name. */
    synchronized Datum.Fields values() {
        return new Datum.Fields(known);
    }

    /** Give how long the source that has been silent longest is silent; of those that must not be. */
    private Duration age() {
        Duration now = pace.elapsed();
        return file.state().stream()
                .filter(source -> !source.occasional())
                .map(source -> heard.containsKey(source) ? now.minus(heard.get(source)) : NEVER)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Give how long the state counts as fresh if nothing more is heard; negative when it is stale. */
    synchronized Duration freshFor() {
        return Duration.ofMillis(Math.round(file.limits().maximumStateAgeS() * 1_000))
                .minus(age());
    }

    boolean isFresh() {
        return !freshFor().isNegative();
    }

    synchronized Optional<Double> battery() {
        return Optional.ofNullable(number("battery"));
    }

    synchronized boolean emergencyStop() {
        return known.get("emergency_stop") instanceof Datum.Flag flag && flag.value();
    }

    synchronized RobotState state(boolean latched) {
        double x = or("x", 0);
        double y = or("y", 0);
        double speed = Math.abs(or("speed", 0));
        return new RobotState(
                pace.now().minus(age()),
                x,
                y,
                or("heading_deg", 0),
                speed < STANDS ? 0 : speed,
                Math.max(0, Math.min(1, or("battery", 1))),
                emergencyStop(),
                latched || emergencyStop(),
                known.get("place") instanceof Datum.Text place ? named(place.value()) : at(x, y));
    }

    private String named(String id) {
        return file.places().stream()
                .filter(spot -> spot.id().equals(id))
                .map(RobotFile.Spot::name)
                .findFirst()
                .orElse("");
    }

    private String at(double x, double y) {
        if (!known.containsKey("x") || !known.containsKey("y")) {
            return "";
        }
        return file.places().stream()
                .filter(spot -> spot.distance(x, y) <= spot.radiusM())
                .min(Comparator.comparingDouble(spot -> spot.distance(x, y)))
                .map(RobotFile.Spot::name)
                .orElse("");
    }

    private double or(String name, double otherwise) {
        Double number = number(name);
        return number == null ? otherwise : number;
    }

    private @Nullable Double number(String name) {
        Datum datum = known.get(name);
        if (!(datum instanceof Datum.Real || datum instanceof Datum.Whole)) {
            return null;
        }
        double value = Expression.number(datum);
        return Double.isFinite(value) ? value : null;
    }
}
