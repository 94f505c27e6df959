package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Setup;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Script a conversation with what must and must not come of it. */
public final class Scenario {
    private final Heading heading;
    private final Setup setup;
    private final Company company;
    private final Script script;

    /**
     * Name it, and say how it counts.
     *
     * @param name one sentence: what is shown
     * @param source the file that it was read from
     * @param tags what it is counted under, and chosen by
     * @param expectedToFail why it is known to fail
     * @param repeat how often it is played at least, with one seed after the other
     * @param passRate the share of its runs that must go right; all of them where there is none
     */
    record Heading(
            String name,
            String source,
            Set<String> tags,
            Optional<String> expectedToFail,
            int repeat,
            OptionalDouble passRate) {
        Heading {
            tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        }
    }

    /** What is done, and what must hold in the course of it and at its end. */
    record Script(List<Step> steps, Sounds sounds, Rules rules, FinalState end) {
        Script {
            steps = List.copyOf(steps);
        }

        /** Tell whether what is said takes its time: somebody speaks while the robot does. */
        boolean isLive() {
            return steps.stream().anyMatch(step -> step.during().isPresent());
        }
    }

    Scenario(Heading heading, Setup setup, Company company, Script script) {
        this.heading = heading;
        this.setup = setup;
        this.company = company;
        this.script = script;
    }

    /** Give one sentence: what is shown. */
    public String name() {
        return heading.name;
    }

    /** Name the file that it was read from. */
    public String source() {
        return heading.source;
    }

    /** Give what it is counted under, in the order of the alphabet. */
    public Set<String> tags() {
        return heading.tags;
    }

    /** Give why it is known to fail. */
    public Optional<String> expectedToFail() {
        return heading.expectedToFail;
    }

    /** Give how often it is played at least, with one seed after the other. */
    public int repeat() {
        return heading.repeat;
    }

    /** Give the share of its runs that must go right; all of them where there is none. */
    public OptionalDouble passRate() {
        return heading.passRate;
    }

    /** Name the floor that it plays on. */
    public String floor() {
        return setup.floor();
    }

    /** Give how the floor stands at the beginning. */
    public Setup setup() {
        return setup;
    }

    Company company() {
        return company;
    }

    Script script() {
        return script;
    }
}
