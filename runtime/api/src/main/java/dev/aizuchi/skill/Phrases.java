package dev.aizuchi.skill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hold the example sentences of a skill's intents, read from a text file beside its classes.
 *
 * <p>A line {@code [intent]} begins an intent, each further line is one example, {@code #} begins a comment.
 */
public record Phrases(Map<String, List<String>> byIntent) {
    public Phrases {
        byIntent = Map.copyOf(byIntent);
    }

    /**
     * Read a resource that lies in the package of a class.
     *
     * @throws IllegalArgumentException when it is missing or a line stands before the first intent
     */
    public static Phrases beside(Class<?> skill, String resource) {
        try (InputStream in = skill.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource + " beside " + skill.getName());
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give these examples with others, such as those in another language, behind them. */
    public Phrases and(Phrases others) {
        Map<String, List<String>> all = new LinkedHashMap<>(byIntent);
        others.byIntent.forEach((intent, examples) -> all.merge(
                intent,
                examples,
                (first, second) ->
                        Stream.concat(first.stream(), second.stream()).toList()));
        return new Phrases(all);
    }

    /** Give the examples of one intent. */
    public List<String> of(String intent) {
        List<String> phrases = byIntent.get(intent);
        if (phrases == null) {
            throw new IllegalArgumentException("no phrases under [" + intent + "]");
        }
        return phrases;
    }

    /** Give the lines of a section that holds regular expressions. */
    public List<Pattern> expressions(String section) {
        return of(section).stream().map(Pattern::compile).toList();
    }

    private static Phrases parse(String text, String source) {
        Map<String, List<String>> byIntent = new LinkedHashMap<>();
        List<String> current = null;
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                current = byIntent.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (current == null) {
                throw new IllegalArgumentException(source + ":" + number + ": a phrase before the first [intent]");
            } else {
                current.add(line);
            }
        }
        return new Phrases(byIntent);
    }
}
