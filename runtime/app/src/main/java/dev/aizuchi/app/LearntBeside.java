package dev.aizuchi.app;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpreter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Learn on a thread of its own, while the rest of an agent is wired; who asks sooner waits. */
final class LearntBeside implements Interpreter, AutoCloseable {
    private final CompletableFuture<Interpreter> learnt;

    /** Begin to learn. */
    LearntBeside(Supplier<Interpreter> learning) {
        learnt = Beside.run("learn phrases", learning);
    }

    /** Wait until all is learnt; what that threw is thrown here. */
    Interpreter await() {
        return Beside.join(learnt);
    }

    /** Wait until the learning has come to an end: the encoder that it uses is closed next. */
    @Override
    public void close() {
        learnt.handle((there, failure) -> there).join();
    }

    @Override
    public List<Match> interpret(String text) {
        return await().interpret(text);
    }

    @Override
    public Interpretation explain(String text) {
        return await().explain(text);
    }
}
