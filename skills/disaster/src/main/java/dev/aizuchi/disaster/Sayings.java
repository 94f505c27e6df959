package dev.aizuchi.disaster;

import dev.aizuchi.skill.Phrases;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tell what a sentence holds beside its intent, by the patterns of {@code cues.txt}; immutable. */
record Sayings(Map<String, List<Pattern>> patterns) {
    Sayings {
        patterns = Map.copyOf(patterns);
    }

    static Sayings standard() {
        Phrases cues = Phrases.beside(Sayings.class, "cues.txt");
        return new Sayings(
                cues.byIntent().keySet().stream().collect(Collectors.toMap(Function.identity(), cues::expressions)));
    }

    boolean holds(String section, String text) {
        return of(section).stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** Leave out what the patterns of a section find. */
    String without(String section, String text) {
        String rest = text;
        for (Pattern pattern : of(section)) {
            rest = pattern.matcher(rest).replaceAll("");
        }
        return rest;
    }

    List<Pattern> of(String section) {
        List<Pattern> known = optional(section);
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no cues under [" + section + "]");
        }
        return known;
    }

    /** Give the patterns of a section that not every name has; none where it is missing. */
    List<Pattern> optional(String section) {
        return patterns.getOrDefault(section, List.of());
    }
}
