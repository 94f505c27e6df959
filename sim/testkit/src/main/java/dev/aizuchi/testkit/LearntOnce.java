package dev.aizuchi.testkit;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Learn phrases with the first agent that asks, and give the same interpreter to all that follow: for many agents with
 * the same skills. Not for several threads.
 */
public final class LearntOnce implements Function<List<Intent>, Interpreter> {
    private final Function<List<Intent>, ? extends Interpreter> learner;
    private @Nullable Interpreter learnt;

    /** Take what learns. */
    public LearntOnce(Function<List<Intent>, ? extends Interpreter> learner) {
        this.learner = learner;
    }

    @Override
    public Interpreter apply(List<Intent> intents) {
        Interpreter known = learnt;
        if (known == null) {
            known = learner.apply(intents);
            learnt = known;
        }
        return known;
    }
}
