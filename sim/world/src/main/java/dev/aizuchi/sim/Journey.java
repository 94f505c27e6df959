package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way of several legs, one after the other; the first that fails ends it. */
final class Journey implements Activity {
    private final List<Activity> legs;
    private int leg;

    Journey(List<Activity> legs) {
        this.legs = List.copyOf(legs);
    }

    @Override
    public @Nullable Outcome tick() {
        Outcome end = legs.get(leg).tick();
        if (!(end instanceof Outcome.Completed) || leg == legs.size() - 1) {
            return end;
        }
        leg++;
        return null;
    }

    @Override
    public double progress() {
        return (leg + legs.get(leg).progress()) / legs.size();
    }

    @Override
    public List<Point> way() {
        return legs.get(leg).way();
    }
}
