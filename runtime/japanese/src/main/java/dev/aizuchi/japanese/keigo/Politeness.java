package dev.aizuchi.japanese.keigo;

import java.util.List;
import java.util.Optional;

/**
 * Hold what a check found.
 *
 * @param level how polite the text is as a whole
 * @param issues what is wrong, in the order of the text
 * @param suggestion the repaired text; empty when nothing is wrong
 */
public record Politeness(Level level, List<Issue> issues, Optional<String> suggestion) {
    public Politeness {
        issues = List.copyOf(issues);
    }
}
