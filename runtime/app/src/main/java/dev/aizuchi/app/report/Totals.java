package dev.aizuchi.app.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Add up what counts: people by the key under which they were told, and supplies by item. A person who was reported
 * twice counts twice, unless the second report puts the first one right.
 *
 * @param people by key, such as {@code injured} or {@code red}; all keys are there
 * @param supplies wanted of each item; 0 where nobody said how many
 * @param entries how many entries of each kind
 */
record Totals(Map<String, Long> people, Map<String, Long> supplies, Map<String, Long> entries) {
    static final List<String> PEOPLE = List.of("injured", "trapped", "red", "yellow", "green", "black");

    static Totals of(List<Entry> entries) {
        Map<String, Long> people = new TreeMap<>();
        PEOPLE.forEach(key -> people.put(key, 0L));
        Map<String, Long> supplies = new TreeMap<>();
        Map<String, Long> kinds = new TreeMap<>();
        for (Entry entry : entries.stream().filter(Entry::counts).toList()) {
            kinds.merge(entry.kind(), 1L, Long::sum);
            PEOPLE.forEach(key -> people.merge(key, whole(entry, key), Long::sum));
            if (entry.kind().equals("supplies")) {
                supplies.merge(entry.value("item"), whole(entry, "count"), Long::sum);
            }
        }
        return new Totals(people, supplies, kinds);
    }

    private static long whole(Entry entry, String key) {
        return Math.round(entry.number(key).orElse(0));
    }
}
