package dev.aizuchi.testkit.scenario;

import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.live.Acoustics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Say who plays a scenario.
 *
 * @param skills what the agent can do
 * @param interpreter what makes sense of sentences, given the skills' intents
 * @param wiring what the agent is wired with besides
 * @param meaning what compares what was said with what was to be said
 * @param sound makes what people say sound; empty where it is typed
 * @param known what ears have learnt of the sentences that may be said; one for all plays of a thread
 */
public record Cast(
        List<Skill> skills,
        Function<List<Intent>, ? extends Interpreter> interpreter,
        Wiring wiring,
        Meaning meaning,
        Optional<Acoustics.Maker> sound,
        KnownSentences known) {
    public Cast {
        skills = List.copyOf(skills);
    }

    /** Have all be typed. */
    public Cast(
            List<Skill> skills,
            Function<List<Intent>, ? extends Interpreter> interpreter,
            Wiring wiring,
            Meaning meaning) {
        this(skills, interpreter, wiring, meaning, Optional.empty(), new KnownSentences());
    }

    /** Play by these skills as at a usual site, and compare by words. */
    public static Cast of(List<? extends Skill> skills, Function<List<Intent>, ? extends Interpreter> interpreter) {
        return new Cast(List.copyOf(skills), interpreter, Wiring.usual(), Meaning.byWords());
    }
}
