package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Setup;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Script a conversation with what must and must not come of it. */
public final class Scenario {
    private final String name;
    private final String source;
    private final Set<String> tags;
    private final Optional<String> expectedToFail;
    private final Setup setup;
    private final List<Step> steps;

    Scenario(
            String name,
            String source,
            Set<String> tags,
            Optional<String> expectedToFail,
            Setup setup,
            List<Step> steps) {
        this.name = name;
        this.source = source;
        this.tags = Collections.unmodifiableSet(new TreeSet<>(tags));
        this.expectedToFail = expectedToFail;
        this.setup = setup;
        this.steps = List.copyOf(steps);
    }

    /** Give one sentence: what is shown. */
    public String name() {
        return name;
    }

    /** Name the file that it was read from. */
    public String source() {
        return source;
    }

    /** Give what it is counted under, in the order of the alphabet. */
    public Set<String> tags() {
        return tags;
    }

    /** Give why it is known to fail. */
    public Optional<String> expectedToFail() {
        return expectedToFail;
    }

    /** Name the floor that it plays on. */
    public String floor() {
        return setup.floor();
    }

    Setup setup() {
        return setup;
    }

    List<Step> steps() {
        return steps;
    }
}
