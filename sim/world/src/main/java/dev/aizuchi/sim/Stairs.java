package dev.aizuchi.sim;

import java.util.List;
import java.util.Optional;

/**
 * Stairs that people climb, and no robot does.
 *
 * @param feet where they begin or end, one on each storey, from the lowest to the highest
 * @param seconds what they take from one storey to the next
 */
public record Stairs(String name, List<Foot> feet, double seconds) {
    public Stairs {
        feet = List.copyOf(feet);
    }

    /** Where stairs are stepped on; {@code storey} is its index in the plan. */
    public record Foot(int storey, Point at) {}

    Optional<Foot> on(int storey) {
        return feet.stream().filter(foot -> foot.storey == storey).findFirst();
    }
}
