package dev.aizuchi.core;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpreter;
import java.util.List;
import java.util.function.LongSupplier;

/** Interpret by the phrases of the skills that are loaded now, each text once a turn. Lives on the dialogue thread. */
final class CurrentInterpreter implements Interpreter {
    private final Recent<List<Match>> interpreted;
    private final Recent<Interpretation> explained;
    private Interpreter now;

    CurrentInterpreter(Interpreter first, LongSupplier turn) {
        now = first;
        interpreted = new Recent<>(turn, text -> now.interpret(text));
        explained = new Recent<>(turn, text -> now.explain(text));
    }

    void is(Interpreter other) {
        now = other;
        interpreted.forget();
        explained.forget();
    }

    @Override
    public List<Match> interpret(String text) {
        return interpreted.of(text);
    }

    @Override
    public Interpretation explain(String text) {
        return explained.of(text);
    }
}
