package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One act under way; guarded by the world's lock. */
interface Activity {

    /** Go on for one tick; give the outcome once it has ended. */
    @Nullable
    Outcome tick();

    /** Give the done part, from 0 to 1, never less than before. */
    double progress();

    /** Give the way that is still to be driven; empty where nothing is driven. */
    default List<Point> way() {
        return List.of();
    }
}
