package dev.aizuchi.app.site;

import dev.aizuchi.models.Suggestion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Read what a pack adds to skills: a file a skill, in the formats of the skills' own files, with every line's number.
 */
final class SkillFiles {
    private final PackFolder pack;
    private final Consumer<Fault> faults;

    SkillFiles(PackFolder pack, Consumer<Fault> faults) {
        this.pack = pack;
        this.faults = faults;
    }

    /** Read {@code phrases/SKILL.txt} by the skills' names. */
    Map<String, List<Item>> phrases() {
        Map<String, List<Item>> phrases = new TreeMap<>();
        files("phrases", ".txt").forEach((skill, file) -> phrases.put(skill, phrases(file)));
        return phrases;
    }

    /** Read {@code texts/SKILL.properties} by the skills' names. */
    Map<String, List<Item>> texts() {
        Map<String, List<Item>> texts = new TreeMap<>();
        files("texts", ".properties").forEach((skill, file) -> texts.put(skill, texts(file)));
        return texts;
    }

    /** Read a file of the pack; what is wrong with it is told. */
    Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).replace("\uFEFF", ""));
        } catch (CharacterCodingException e) {
            faults.accept(new Fault(pack.shown(file), 1, "not UTF-8 text; save it as UTF-8"));
        } catch (IOException e) {
            faults.accept(new Fault(pack.shown(file), 1, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private Map<String, Path> files(String folder, String ending) {
        Path within = pack.root().resolve(folder);
        if (!Files.isDirectory(within)) {
            return Map.of();
        }
        Map<String, Path> bySkill = new TreeMap<>();
        try (Stream<Path> all = Files.list(within)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending)) {
                    bySkill.put(name.substring(0, name.length() - ending.length()), file);
                } else if (!name.startsWith(".")) {
                    faults.accept(new Fault(pack.shown(file), 1, "is not read; name it SKILL" + ending));
                }
            }
        } catch (IOException e) {
            faults.accept(new Fault(pack.shown(within), 1, "cannot be read: " + e.getMessage()));
        }
        return bySkill;
    }

    private List<Item> phrases(Path file) {
        String shown = pack.shown(file);
        List<Item> phrases = new ArrayList<>();
        String intent = "";
        int number = 0;
        for (String raw : text(file).orElse("").lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                intent = line.substring(1, line.length() - 1);
                phrases.add(new Item(shown, number, intent, ""));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (intent.isEmpty()) {
                    faults.accept(
                            new Fault(shown, number, "a phrase before the first [intent]; write [intent] above it"));
                } else {
                    phrases.add(new Item(shown, number, intent, line));
                }
            }
        }
        return phrases;
    }

    private List<Item> texts(Path file) {
        String shown = pack.shown(file);
        List<Item> texts = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        List<String> lines = text(file).orElse("").lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            int number = at + 1;
            StringBuilder whole = new StringBuilder(lines.get(at));
            while (isContinued(whole.toString()) && at + 1 < lines.size()) {
                whole.append('\n').append(lines.get(++at));
            }
            for (Map.Entry<String, String> each :
                    property(shown, number, whole.toString()).entrySet()) {
                Integer before = known.putIfAbsent(each.getKey(), number);
                Item item = new Item(shown, number, each.getKey(), each.getValue());
                if (before == null) {
                    texts.add(item);
                } else {
                    faults.accept(item.fault(each.getKey() + " stands in line " + before + " too; keep one"));
                }
            }
        }
        return texts;
    }

    private static boolean isContinued(String line) {
        int slashes = line.length() - line.replaceAll("\\\\+$", "").length();
        return slashes % 2 == 1
                && !line.stripLeading().startsWith("#")
                && !line.stripLeading().startsWith("!");
    }

    private Map<String, String> property(String shown, int number, String line) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IOException | IllegalArgumentException e) {
            faults.accept(new Fault(shown, number, "no line KEY=SENTENCE: " + e.getMessage()));
        }
        Map<String, String> values = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    /** Tell of what lies in the pack and is read by nobody, such as a folder that is misspelt. */
    void unread(List<String> known) {
        try (Stream<Path> all = Files.list(pack.root())) {
            all.filter(file -> !file.getFileName().toString().matches("\\..*|README.*|LICENSE.*|META-INF"))
                    .filter(file -> !known.contains(file.getFileName().toString()))
                    .forEach(file -> faults.accept(new Fault(
                            pack.shown(file),
                            1,
                            "is not read" + Suggestion.hint(file.getFileName().toString(), known))));
        } catch (IOException e) {
            faults.accept(new Fault(pack.shown(pack.root()), 1, "cannot be read: " + e.getMessage()));
        }
    }
}
