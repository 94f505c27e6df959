package dev.aizuchi.care;

import dev.aizuchi.skill.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tell an urgent complaint from a plain call, by the words that betray it.
 *
 * <p>What the nurse reads is the kind of complaint, never the person's own words: acts are journalled, speech is not.
 */
record Complaints(Map<String, List<String>> cuesByName) {
    Complaints {
        cuesByName = Map.copyOf(cuesByName);
    }

    /** A complaint and where in the sentence it stands. */
    private record Found(String name, int at) {}

    static Complaints beside(Class<?> skill, String file) {
        return new Complaints(Phrases.beside(skill, file).byIntent());
    }

    /** Name the complaints in the order in which they were uttered; empty when there is none. */
    Optional<String> in(String text) {
        String names = cuesByName.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), firstOf(entry.getValue(), text)))
                .filter(found -> found.at >= 0)
                .sorted(Comparator.comparingInt(Found::at).thenComparing(Found::name))
                .map(Found::name)
                .collect(Collectors.joining("、"));
        return Optional.of(names).filter(found -> !found.isEmpty());
    }

    /** Give where the first of the cues stands, or -1. */
    private static int firstOf(List<String> cues, String text) {
        return cues.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }
}
