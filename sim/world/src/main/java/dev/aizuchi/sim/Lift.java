package dev.aizuchi.sim;

import java.util.List;
import java.util.Optional;

/**
 * A lift of a plan.
 *
 * @param landings where it stops, from the lowest storey to the highest
 * @param seconds what it takes from one storey to the next
 */
public record Lift(String name, List<Landing> landings, double seconds) {
    public Lift {
        landings = List.copyOf(landings);
    }

    /**
     * Where a lift stops.
     *
     * @param storey its index in the plan
     * @param car the area that the car takes there
     * @param door its gap, along one side of the car
     * @param inside where a robot stands in the car
     * @param before where a robot that leaves the car comes to
     * @param waiting where a robot waits for the car, out of the way of who leaves it
     */
    public record Landing(
            int storey, Box car, Box door, FloorPlan.Spot inside, FloorPlan.Spot before, FloorPlan.Spot waiting) {}

    Optional<Landing> on(int storey) {
        return landings.stream().filter(landing -> landing.storey == storey).findFirst();
    }
}
