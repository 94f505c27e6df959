package dev.aizuchi.testkit.scenario;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Wiring;
import java.util.List;
import java.util.function.Function;

/**
 * Say who plays a scenario.
 *
 * @param skills what the agent can do
 * @param interpreter what makes sense of sentences, given the skills' intents
 * @param wiring what the agent is wired with besides
 * @param meaning what compares what was said with what was to be said
 */
public record Cast(
        List<Skill> skills, Function<List<Intent>, ? extends Interpreter> interpreter, Wiring wiring, Meaning meaning) {
    public Cast {
        skills = List.copyOf(skills);
    }

    /** Play by these skills as at a usual site, and compare by words. */
    public static Cast of(List<? extends Skill> skills, Function<List<Intent>, ? extends Interpreter> interpreter) {
        return new Cast(List.copyOf(skills), interpreter, Wiring.usual(), Meaning.byWords());
    }
}
