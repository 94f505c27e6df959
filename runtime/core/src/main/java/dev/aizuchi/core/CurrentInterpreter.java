package dev.aizuchi.core;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpreter;
import java.util.List;

/** Interpret by the phrases of the skills that are loaded now. Lives on the dialogue thread. */
final class CurrentInterpreter implements Interpreter {
    private Interpreter now;

    CurrentInterpreter(Interpreter first) {
        now = first;
    }

    void is(Interpreter other) {
        now = other;
    }

    @Override
    public List<Match> interpret(String text) {
        return now.interpret(text);
    }

    @Override
    public Interpretation explain(String text) {
        return now.explain(text);
    }
}
