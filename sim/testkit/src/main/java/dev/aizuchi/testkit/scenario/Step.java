package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Expectation;
import java.time.Duration;
import java.util.List;

/**
 * One thing that is done to the agent, and what follows.
 *
 * @param after simulated time to wait first
 * @param stimulus what is done
 * @param expectations what follows, in this order; {@code nothing} holds for the whole window
 * @param within simulated time within which all of it must follow
 */
record Step(Duration after, Stimulus stimulus, List<Expectation> expectations, Duration within) {
    Step {
        expectations = List.copyOf(expectations);
    }
}
