package dev.aizuchi.testkit.users;

import java.time.Duration;
import java.util.List;

/**
 * One talk of a person with the robot.
 *
 * @param success whether the person got what they wanted
 * @param turns sentences that the person said
 * @param took simulated time
 * @param ending where it ended without success: what the robot did last, in short
 * @param parting what the robot made of the last sentence, where it took it for something else than that
 * @param lines who said what, and what was done
 */
public record Visit(
        Person person,
        long seed,
        boolean success,
        int turns,
        Duration took,
        String ending,
        String parting,
        List<String> lines) {
    public Visit {
        lines = List.copyOf(lines);
    }
}
