package dev.aizuchi.japanese;

import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.skill.Phrases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Read the skills and utterances by which understanding is measured. */
final class BenchmarkSets {
    static final List<String> SKILLS = List.of("care", "reception", "home", "fetch");

    private BenchmarkSets() {}

    /**
     * One utterance and what it means.
     *
     * @param skill whose phrases are known
     * @param intent what is meant, or "-" for nothing that the skill does
     * @param slot a slot and its value, "" when there is none
     */
    record Line(String skill, String intent, String text, String slot) {
        boolean isNone() {
            return intent.equals("-");
        }
    }

    static List<Intent> intents(String skill) {
        Map<String, List<String>> byIntent =
                Phrases.beside(BenchmarkSets.class, skill + ".txt").byIntent();
        // In one order, since equal scores are ranked by the order of the intents.
        return new TreeMap<>(byIntent)
                .entrySet().stream()
                        .map(intent -> new Intent(intent.getKey(), intent.getValue()))
                        .toList();
    }

    static List<Line> lines(String name) {
        try (InputStream in = BenchmarkSets.class.getResourceAsStream(name + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException("no set " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(field -> new Line(field[0], field[1], field[2], field.length > 3 ? field[3] : ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
