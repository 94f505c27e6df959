package dev.aizuchi.japanese.suites;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Hold one layer with its sets: rows of columns, and a judge that says what is wrong with a row, or nothing. */
record Suite(String name, Function<List<String>, String> judge) {

    /** How many rows of a set are right, and what is wrong with the others. */
    record Score(int right, int rows, List<String> faults) {}

    Score score(String set) {
        List<String> faults = new ArrayList<>();
        List<List<String>> rows = rows(name + "/" + set + ".tsv");
        for (List<String> row : rows) {
            String fault = judge.apply(row);
            if (!fault.isEmpty()) {
                faults.add(fault);
            }
        }
        return new Score(rows.size() - faults.size(), rows.size(), faults);
    }

    static List<List<String>> rows(String resource) {
        try (InputStream in = Suite.class.getResourceAsStream("/dev/aizuchi/japanese/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("no set " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
