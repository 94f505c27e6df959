package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compare what is found with a set of rows: text, surface=kind:value@unit~alternative ; … or "-". */
final class ValueSets {
    private static final LocalDateTime REFERENCE = LocalDateTime.parse("2024-05-01T10:00");

    private final Values values = new Values(new Morphology());
    private int rows;

    /** Give a line for each row that differs. */
    List<String> differences(String name) {
        DataFile file = DataFile.read(ValueSets.class, name);
        List<String> differences = new ArrayList<>();
        file.lines("with reference").forEach(line -> compare(line, true, differences));
        file.lines("without reference").forEach(line -> compare(line, false, differences));
        return differences;
    }

    int rows() {
        return rows;
    }

    private void compare(String line, boolean reference, List<String> differences) {
        rows++;
        String[] fields = line.split("\t", -1);
        List<FoundValue> found = (reference ? values.find(fields[0], REFERENCE) : values.find(fields[0])).values();
        // What may be taken in several ways stands with | between them.
        if (Arrays.stream(fields[1].split("\\|", -1)).noneMatch(wanted -> isSame(wanted, found))) {
            differences.add(fields[0] + "\n    wanted " + fields[1] + "\n    found  "
                    + found.stream()
                            .map(value -> written(value) + "~" + value.alternatives())
                            .collect(Collectors.joining(" ; ")));
        }
    }

    private static boolean isSame(String written, List<FoundValue> found) {
        List<String> wanted = written.equals("-") ? List.of() : List.of(written.split(" ; ", -1));
        boolean same = wanted.size() == found.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            List<String> parts = Arrays.asList(wanted.get(i).split("~", -1));
            FoundValue value = found.get(i);
            List<String> others = value.alternatives().stream()
                    .map(alternative -> alternative.value().wire())
                    .toList();
            same = written(value).equals(parts.get(0)) && others.containsAll(parts.subList(1, parts.size()));
        }
        return same;
    }

    private static String written(FoundValue found) {
        String unit = found.value().unit();
        return found.surface() + "=" + found.kind().wireName() + ":"
                + found.value().wire() + (unit.isEmpty() ? "" : "@" + unit);
    }

    /** Print totals of a set; with a second argument also the rows that differ. */
    public static void main(String[] arguments) {
        ValueSets sets = new ValueSets();
        List<String> differences = sets.differences(arguments[0]);
        if (arguments.length > 1) {
            differences.forEach(System.out::println);
        }
        System.out.println((sets.rows - differences.size()) + " of " + sets.rows + " right");
    }
}
