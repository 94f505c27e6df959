package dev.aizuchi.testkit.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * Hold what came of a scenario that was played once.
 *
 * @param failure what went otherwise than written, with what happened instead
 * @param tolerated whether enough other runs of it went right, where a share of them is asked for
 * @param simulated time that passed on the floor
 * @param took time that passed for who waited
 * @param course what happened
 */
public record Played(
        Scenario scenario,
        long seed,
        Optional<String> failure,
        boolean tolerated,
        Duration simulated,
        Duration took,
        Course course) {
    /**
     * What to make of it: a scenario that is expected to fail and does not is told too, for its note is out of date.
     */
    public enum Verdict {
        PASSED,
        FAILED,
        FAILED_AS_EXPECTED,
        PASSED_UNEXPECTEDLY,
        TOLERATED;

        /** Tell whether somebody must look at it. */
        public boolean isWrong() {
            return this == FAILED || this == PASSED_UNEXPECTEDLY;
        }
    }

    /** Say what to make of it. */
    public Verdict verdict() {
        if (scenario.expectedToFail().isPresent()) {
            return failure.isPresent() ? Verdict.FAILED_AS_EXPECTED : Verdict.PASSED_UNEXPECTEDLY;
        }
        if (failure.isEmpty()) {
            return Verdict.PASSED;
        }
        return tolerated ? Verdict.TOLERATED : Verdict.FAILED;
    }

    /** Say what is wrong; empty where nothing is. */
    public Optional<String> complaint() {
        return verdict() == Verdict.PASSED_UNEXPECTEDLY
                ? Optional.of(scenario.source() + ": passes, though it is expected to fail: "
                        + scenario.expectedToFail().orElseThrow())
                : failure.filter(text -> verdict().isWrong());
    }

    /** Give the same run as one of which enough others went right. */
    Played asTolerated() {
        return new Played(scenario, seed, failure, true, simulated, took, course);
    }
}
