package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.Percept;
import java.util.Map;

/** What a scenario does to the agent. */
sealed interface Stimulus {

    /** A person says something. */
    record User(String text) implements Stimulus {}

    /** A stop comes by another way than words. */
    record Stop(String cause) implements Stimulus {}

    /** A place is blocked or freed, the battery changes, a hardware stop is pressed. */
    record Fault(Map<String, String> changes) implements Stimulus {
        public Fault {
            changes = Map.copyOf(changes);
        }
    }

    /** A sensor says something. */
    record Sense(Percept percept) implements Stimulus {}

    /** Time passes. */
    record Nothing() implements Stimulus {}
}
