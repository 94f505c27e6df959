package dev.aizuchi.testkit;

import java.util.List;

/** Script a conversation with what must and must not come of it. */
public final class Scenario {
    private final String name;
    private final String source;
    private final Setup setup;
    private final List<Step> steps;

    Scenario(String name, String source, Setup setup, List<Step> steps) {
        this.name = name;
        this.source = source;
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

    Setup setup() {
        return setup;
    }

    List<Step> steps() {
        return steps;
    }

    /**
     * Set the floor.
     *
     * @param speaker place of the person who speaks
     * @param robotPlace where the robot stands
     * @param battery charge from 0 to 1
     * @param blocked places that cannot be passed
     */
    public record Setup(String speaker, String robotPlace, double battery, List<String> blocked) {
        public Setup {
            blocked = List.copyOf(blocked);
            if (!(battery >= 0 && battery <= 1)) {
                throw new IllegalArgumentException("battery must be from 0 to 1, but is " + battery);
            }
        }

        /** Begin as most scenarios do: a person in room 101, the robot charged and at the staff station. */
        public static Setup usual() {
            return new Setup("101号室", "スタッフステーション", 0.8, List.of());
        }
    }
}
