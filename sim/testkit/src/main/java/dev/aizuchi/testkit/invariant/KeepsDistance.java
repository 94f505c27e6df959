package dev.aizuchi.testkit.invariant;

import dev.aizuchi.sim.Snapshot;
import dev.aizuchi.sim.World;
import java.util.Locale;
import java.util.Optional;

/**
 * Move slowly near people.
 *
 * @param metres of air between robot and person, from which on it must be slow
 * @param speed in metres a second that is slow enough
 */
public record KeepsDistance(double metres, double speed) implements Invariant {
    /** Robot and person are round here, each of a radius of 0.25 m. */
    private static final double BODIES = 0.5;
    /** One tick of braking: the limit is what is aimed at. */
    private static final double TOLERANCE = 0.02;

    @Override
    public Optional<String> moved(World world) {
        Snapshot now = world.snapshot();
        if (now.robot().speed() <= speed + TOLERANCE) {
            return Optional.empty();
        }
        return now.people().stream()
                .filter(person -> air(now, person) < metres)
                .findFirst()
                .map(person -> String.format(
                        Locale.ROOT,
                        "%.2f m from %s at %.2f m/s; within %.2f m it may move at %.2f m/s",
                        Math.max(0, air(now, person)),
                        person.name(),
                        now.robot().speed(),
                        metres,
                        speed));
    }

    private static double air(Snapshot now, Snapshot.Person person) {
        return Math.hypot(person.x() - now.robot().x(), person.y() - now.robot().y()) - BODIES;
    }
}
