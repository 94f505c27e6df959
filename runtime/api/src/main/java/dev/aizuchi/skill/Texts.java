package dev.aizuchi.skill;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold the sentences that a skill says, read from a UTF-8 properties file beside its classes.
 *
 * <p>A key {@code role.NAME} tells how people call who has that role; it stands in the other sentences as {NAME}, so
 * that a site can name its people otherwise. A key {@code LANGUAGE/KEY} holds a sentence in another language.
 */
public record Texts(Map<String, String> byKey) {
    /** What the keys begin with that tell how somebody is called. */
    public static final String ROLE = "role.";

    private static final String LANGUAGE_END = "/";

    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    public Texts {
        byKey = Map.copyOf(byKey);
    }

    /**
     * Read a resource that lies in the package of a class.
     *
     * @throws IllegalArgumentException when it is missing
     */
    public static Texts beside(Class<?> skill, String resource) {
        try (InputStream in = skill.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource + " beside " + skill.getName());
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Texts(properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(key -> key, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give these sentences with some in other words. */
    public Texts with(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(byKey);
        all.putAll(others);
        return new Texts(all);
    }

    /** Give these sentences with those of another language beside them, by the same keys. */
    public Texts translated(String language, Texts others) {
        Map<String, String> all = new HashMap<>();
        others.byKey.forEach((key, text) -> all.put(language + LANGUAGE_END + key, text));
        return with(all);
    }

    /** Give these sentences in a language; what it does not have stays as it is. */
    public Texts in(String language) {
        String prefix = language + LANGUAGE_END;
        Map<String, String> others = new HashMap<>();
        byKey.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                others.put(key.substring(prefix.length()), text);
            }
        });
        return others.isEmpty() ? this : with(others);
    }

    /** Give a sentence in each language that has it, the texts' own first; nothing where none has. */
    public List<String> sayInEach(String key) {
        String end = LANGUAGE_END + key;
        Stream<String> own = byKey.containsKey(key) ? Stream.of(say(key)) : Stream.empty();
        Stream<String> others = byKey.keySet().stream()
                .filter(each -> each.endsWith(end))
                .sorted()
                .map(each -> in(each.substring(0, each.length() - end.length())).say(key));
        return Stream.concat(own, others).toList();
    }

    /** Give a sentence. */
    public String say(String key) {
        return say(key, Map.of());
    }

    /**
     * Give a sentence with its {holes} filled, those that no value is for by how a role is called.
     *
     * @throws IllegalArgumentException when there is no such sentence or a hole stays open
     */
    public String say(String key, Map<String, String> values) {
        String text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return HOLE.matcher(text).replaceAll(hole -> {
            String given = values.get(hole.group(1));
            String value = given == null ? byKey.get(ROLE + hole.group(1)) : given;
            if (value == null) {
                throw new IllegalArgumentException("text " + key + " needs {" + hole.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
