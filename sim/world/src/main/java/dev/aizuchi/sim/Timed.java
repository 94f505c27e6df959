package dev.aizuchi.sim;

import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An act that takes a while and then has its effect at once. */
final class Timed implements Activity {
    private final long ticks;
    private final Supplier<Optional<Outcome.Failed>> obstacle;
    private final Supplier<Outcome> effect;
    private long done;

    /** Take a time; {@code obstacle} is asked before the act and again before its effect. */
    Timed(Duration time, Supplier<Optional<Outcome.Failed>> obstacle, Supplier<Outcome> effect) {
        this.ticks = Ticks.in(time);
        this.obstacle = obstacle;
        this.effect = effect;
    }

    @Override
    public @Nullable Outcome tick() {
        boolean first = done == 0;
        done++;
        boolean last = done >= ticks;
        Outcome failure = first || last ? obstacle.get().orElse(null) : null;
        if (failure != null) {
            return failure;
        }
        return last ? effect.get() : null;
    }

    @Override
    public double progress() {
        return Math.min(1, (double) done / ticks);
    }
}
