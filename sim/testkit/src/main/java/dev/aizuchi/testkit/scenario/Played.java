package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Hold what came of a scenario that was played once.
 *
 * @param failure what went otherwise than written, with what happened instead
 * @param simulated time that passed on the floor
 * @param took time that passed for who waited
 * @param moments what happened, in order
 */
public record Played(
        Scenario scenario,
        long seed,
        Optional<String> failure,
        Duration simulated,
        Duration took,
        List<Transcript.Moment> moments) {
    /**
     * What to make of it: a scenario that is expected to fail and does not is told too, for its note is out of date.
     */
    public enum Verdict {
        PASSED,
        FAILED,
        FAILED_AS_EXPECTED,
        PASSED_UNEXPECTEDLY;

        /** Tell whether somebody must look at it. */
        public boolean isWrong() {
            return this == FAILED || this == PASSED_UNEXPECTEDLY;
        }
    }

    public Played {
        moments = List.copyOf(moments);
    }

    /** Say what to make of it. */
    public Verdict verdict() {
        if (scenario.expectedToFail().isPresent()) {
            return failure.isPresent() ? Verdict.FAILED_AS_EXPECTED : Verdict.PASSED_UNEXPECTEDLY;
        }
        return failure.isPresent() ? Verdict.FAILED : Verdict.PASSED;
    }

    /** Say what is wrong; empty where nothing is. */
    public Optional<String> complaint() {
        return verdict() == Verdict.PASSED_UNEXPECTEDLY
                ? Optional.of(scenario.source() + ": passes, though it is expected to fail: "
                        + scenario.expectedToFail().orElseThrow())
                : failure.filter(text -> verdict().isWrong());
    }

    void check() {
        complaint().ifPresent(text -> {
            throw new AssertionError(text);
        });
    }
}
