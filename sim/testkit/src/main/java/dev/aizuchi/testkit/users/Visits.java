package dev.aizuchi.testkit.users;

import dev.aizuchi.testkit.evaluation.SuiteReport.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hold what came of many visits, and the figures that follow.
 *
 * @param visits by person and seed
 */
public record Visits(List<Visit> visits) {
    public Visits {
        visits = List.copyOf(visits);
    }

    /** Give the share that got what they wanted. */
    public Share success() {
        return new Share((int) visits.stream().filter(Visit::success).count(), visits.size());
    }

    /** Give the mean of the sentences that a person needed; NaN where none got there. */
    public double turnsToSuccess() {
        return visits.stream()
                .filter(Visit::success)
                .mapToInt(Visit::turns)
                .average()
                .orElse(Double.NaN);
    }

    /** Give the same by person, in the order in which they came. */
    public Map<Person, Visits> byPerson() {
        Map<Person, List<Visit>> parts = new LinkedHashMap<>();
        visits.forEach(visit ->
                parts.computeIfAbsent(visit.person(), none -> new ArrayList<>()).add(visit));
        Map<Person, Visits> byPerson = new LinkedHashMap<>();
        parts.forEach((person, part) -> byPerson.put(person, new Visits(part)));
        return byPerson;
    }

    /** Say where people gave up, the oftenest first, and how often. */
    public Map<String, Integer> endings() {
        return counted(visits.stream().filter(visit -> !visit.success()).map(Visit::ending));
    }

    /** Say what the robot made of those who took leave, where it made something else of it, and how often. */
    public Map<String, Integer> partings() {
        return counted(visits.stream().map(Visit::parting).filter(parting -> !parting.isEmpty()));
    }

    private static Map<String, Integer> counted(Stream<String> texts) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
