package dev.aizuchi.core;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.language.Interpreter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * List what may be said, in writing and by ear; made when somebody first asks, since an agent that is typed to never
 * does. Callable from any thread.
 */
final class Hearable {
    private final Grammar grammar;
    private final Cues cues;
    private final List<Interpreter.Intent> intents;
    private @Nullable List<String> written;
    private @Nullable List<String> audible;

    Hearable(Grammar grammar, Cues cues, List<Interpreter.Intent> intents) {
        this.grammar = grammar;
        this.cues = cues;
        this.intents = List.copyOf(intents);
    }

    /** Give what may be said, as the site writes it. */
    synchronized List<String> written() {
        List<String> known = written;
        if (known == null) {
            known = Stream.concat(grammar.sentences(intents), cues.phrases().stream())
                    .distinct()
                    .toList();
            written = known;
        }
        return known;
    }

    /** Give the same for a recogniser: names also by their readings, since it may not know how they are written. */
    synchronized List<String> audible() {
        List<String> known = audible;
        if (known == null) {
            known = Stream.concat(written().stream(), grammar.byReading(intents))
                    .distinct()
                    .toList();
            audible = known;
        }
        return known;
    }
}
