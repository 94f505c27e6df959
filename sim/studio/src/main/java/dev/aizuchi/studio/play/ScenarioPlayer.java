package dev.aizuchi.studio.play;

import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import java.util.function.UnaryOperator;

/** Play a scenario by the skills that are at home on its floor. */
@FunctionalInterface
public interface ScenarioPlayer {

    /**
     * Play it from its beginning to its end; called by one thread at a time.
     *
     * @param watched wraps the wiring of the agent, so that who asks can look on
     */
    Played play(Scenario scenario, long seed, UnaryOperator<Wiring> watched);
}
