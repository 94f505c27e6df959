package dev.aizuchi.japanese;

import dev.aizuchi.language.Interpreter.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Read the training corpus without its test part, and cut sets of intents and questions from it. */
final class Corpus {
    private static final int EXAMPLES = 12;
    private static final int MOST_INTENTS = 100;
    private static final List<String> DIRECTORIES =
            List.of("care", "reception", "disaster", "home", "talk", "ood", "template");

    private final List<Row> rows = new ArrayList<>();
    private final Set<List<String>> opposites = new HashSet<>();

    /** A sentence with the part of the corpus that its meaning group belongs to. */
    record Row(
            String group, String domain, String intent, String dialect, String phenomena, String text, String part) {}

    /** A sentence and what it means: nothing when it is none of the intents' business. */
    record Question(String text, String intent, String kind) {
        boolean isNone() {
            return intent.isEmpty();
        }
    }

    /** Intents to learn, and what is asked afterwards. */
    record Lesson(String name, List<Intent> intents, List<Question> questions) {}

    Corpus(Path directory) throws IOException {
        Map<String, String> parts = new HashMap<>();
        lines(directory.resolve("split.tsv")).forEach(line -> parts.put(line[0], line[1]));
        Map<String, String> intentOf = new HashMap<>();
        for (String name : DIRECTORIES) {
            try (Stream<Path> files = Files.list(directory.resolve(name))) {
                for (Path file : files.sorted().toList()) {
                    if (!file.endsWith("opposites.tsv")) {
                        read(file, parts, intentOf);
                    }
                }
            }
        }
        for (String name : List.of("opposites.tsv", "template/opposites.tsv")) {
            lines(directory.resolve(name)).forEach(line -> {
                String one = intentOf.getOrDefault(line[0], "");
                String other = intentOf.getOrDefault(line[1], "");
                if (!one.equals(other)) {
                    opposites.add(List.of(one, other));
                    opposites.add(List.of(other, one));
                }
            });
        }
    }

    private void read(Path file, Map<String, String> parts, Map<String, String> intentOf) throws IOException {
        for (String[] line : lines(file)) {
            String part = parts.getOrDefault(line[0], "test");
            if (!part.equals("test")) {
                rows.add(new Row(line[0], line[1], line[2], line[4], line[5], line[6], part));
                intentOf.put(line[0], line[2]);
            }
        }
    }

    private static List<String[]> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    boolean areOpposite(String one, String other) {
        return opposites.contains(List.of(one, other));
    }

    /**
     * Cut a lesson: the intents of some domains with the most sentences, other sentences of theirs, and what belongs to
     * none.
     */
    Lesson lesson(long seed, String... domains) {
        Map<String, List<Row>> byIntent = new TreeMap<>();
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        for (Row row : shuffled) {
            if (List.of(domains).contains(row.domain)) {
                byIntent.computeIfAbsent(row.intent, none -> new ArrayList<>()).add(row);
            }
        }
        List<Intent> intents = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        byIntent.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .limit(MOST_INTENTS)
                .forEach(entry -> ask(entry.getKey(), entry.getValue(), intents, questions));
        boolean talks = List.of(domains).contains("talk");
        shuffled.stream()
                .filter(row -> row.domain.equals("ood") || (!talks && row.domain.equals("talk")))
                .limit(500)
                .forEach(row -> questions.add(new Question(row.text, "", row.domain + "-" + row.part)));
        return new Lesson(String.join("+", domains), intents, questions);
    }

    private static void ask(String intent, List<Row> rows, List<Intent> intents, List<Question> questions) {
        List<Row> train = rows.stream().filter(row -> row.part.equals("train")).toList();
        if (train.size() < EXAMPLES + 4) {
            return;
        }
        intents.add(new Intent(
                intent, train.subList(0, EXAMPLES).stream().map(Row::text).toList()));
        train.subList(EXAMPLES, Math.min(train.size(), EXAMPLES + 8))
                .forEach(row -> questions.add(new Question(row.text, intent, "same")));
        rows.stream()
                .filter(row -> row.part.equals("dev"))
                .limit(16)
                .forEach(row -> questions.add(new Question(row.text, intent, "unseen")));
    }
}
