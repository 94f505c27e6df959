package dev.aizuchi.testkit.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is done to the agent, and what follows.
 *
 * @param line where it stands in its file
 * @param after simulated time to wait first
 * @param during a part of a sentence, upon which it is done while the robot speaks on; empty for when it has spoken
 * @param stimulus what is done
 * @param expectations what follows, in this order; what counts, or must not be, holds for the whole window
 * @param within simulated time within which all of it must follow
 */
record Step(
        int line,
        Duration after,
        Optional<String> during,
        Stimulus stimulus,
        List<Expected> expectations,
        Duration within) {
    Step {
        expectations = List.copyOf(expectations);
    }
}
