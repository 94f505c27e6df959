package dev.aizuchi.testkit.invariant;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Command;
import dev.aizuchi.testkit.Stage;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Watch over a stage by several invariants; the first breach is kept, with when it was. */
public final class Guard implements Stage.Watch {
    private final Stage stage;
    private final Map<String, Invariant> invariants;
    private Optional<String> breach = Optional.empty();

    /**
     * Watch over a stage.
     *
     * @param invariants by their names
     */
    public Guard(Stage stage, Map<String, Invariant> invariants) {
        this.stage = stage;
        this.invariants = Map.copyOf(invariants);
    }

    /** Say what was broken first, and when; empty while all holds. */
    public Optional<String> breach() {
        return breach;
    }

    @Override
    public void happened(DialogueEvent event) {
        check(invariant -> invariant.happened(event));
    }

    @Override
    public void ordered(Command command) {
        check(invariant -> invariant.ordered(command));
    }

    @Override
    public void moved() {
        check(invariant -> invariant.moved(stage.world()));
    }

    private void check(Function<Invariant, Optional<String>> look) {
        if (breach.isPresent()) {
            return;
        }
        invariants.forEach((name, invariant) -> look.apply(invariant).ifPresent(what -> {
            double seconds = Duration.between(Stage.START, stage.now()).toMillis() / 1e3;
            breach = Optional.of(String.format(Locale.ROOT, "%s does not hold at %.2f s: %s", name, seconds, what));
        }));
    }
}
