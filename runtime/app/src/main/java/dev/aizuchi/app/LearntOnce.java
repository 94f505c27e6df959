package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Learn the phrases once, not anew for each line. */
final class LearntOnce {
    private final @Nullable TextEncoder encoder;
    private final AtomicReference<@Nullable Interpreter> learnt = new AtomicReference<>();

    LearntOnce(@Nullable TextEncoder encoder) {
        this.encoder = encoder;
    }

    Interpreter of(List<Interpreter.Intent> intents) {
        Interpreter known = learnt.get();
        if (known == null) {
            known = encoder == null ? PhraseInterpreter.of(intents) : Home.learn(intents, encoder);
            learnt.set(known);
        }
        return known;
    }
}
