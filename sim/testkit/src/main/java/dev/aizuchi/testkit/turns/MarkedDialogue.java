package dev.aizuchi.testkit.turns;

import dev.aizuchi.testkit.evaluation.EvaluationException;
import dev.aizuchi.testkit.turns.Mark.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Name a recorded dialogue and what is marked in it.
 *
 * @param file a WAV file; its first channel holds the person, its second, where the robot speaks, the robot
 * @param voice by which the figures are split, such as the person's voice
 * @param marks in order of their beginnings
 */
public record MarkedDialogue(Path file, String voice, List<Mark> marks) {
    /** The table of marks in a folder of dialogues. */
    public static final String TABLE = "marks.tsv";

    static final List<String> COLUMNS = List.of("file", "kind", "from_ms", "to_ms", "text", "voice");

    /** Copies the marks. */
    public MarkedDialogue {
        marks = List.copyOf(marks);
    }

    boolean hasRobot() {
        return marks.stream().anyMatch(mark -> mark.kind().isRobot());
    }

    /**
     * Read the dialogues of a folder.
     *
     * @throws EvaluationException when there is no table, or a line of it cannot be read; names file, line and cure
     */
    public static List<MarkedDialogue> in(Path folder) {
        Path table = folder.resolve(TABLE);
        List<String> lines;
        try {
            lines = Files.readAllLines(table);
        } catch (IOException e) {
            throw new EvaluationException(
                    table + ": cannot be read; make dialogues by ./aizuchi eval turns --make " + folder, e);
        }
        if (lines.isEmpty() || !List.of(lines.get(0).split("\t", -1)).equals(COLUMNS)) {
            throw new EvaluationException(
                    table + ":1: must be the head line, tabs between: " + String.join(" ", COLUMNS));
        }
        Map<String, String> voices = new LinkedHashMap<>();
        Map<String, List<Mark>> marks = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String where = table + ":" + (i + 1);
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != COLUMNS.size()) {
                throw new EvaluationException(
                        where + ": has " + cells.length + " columns; write " + COLUMNS.size() + ", tabs between");
            }
            marks.computeIfAbsent(cells[0], file -> new ArrayList<>()).add(mark(where, cells));
            voices.put(cells[0], cells[5]);
        }
        if (marks.isEmpty()) {
            throw new EvaluationException(table + ": has no marks; write a line for each stretch");
        }
        return marks.entrySet().stream()
                .map(one -> new MarkedDialogue(
                        folder.resolve(one.getKey()), voices.getOrDefault(one.getKey(), ""), one.getValue()))
                .toList();
    }

    private static Mark mark(String where, String[] cells) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.wireName().equals(cells[1]))
                .findFirst()
                .orElseThrow(() -> new EvaluationException(where + ": unknown kind " + cells[1] + "; known are "
                        + Stream.of(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "))));
        try {
            return new Mark(kind, Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), cells[4]);
        } catch (NumberFormatException e) {
            throw new EvaluationException(
                    where + ": from_ms and to_ms must be whole milliseconds, but are " + cells[2] + " and " + cells[3],
                    e);
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(where + ": " + e.getMessage(), e);
        }
    }

    /** Give the lines of the table that hold this. */
    Stream<String> lines() {
        return marks.stream()
                .map(mark -> String.join(
                        "\t",
                        String.valueOf(file.getFileName()),
                        mark.kind().wireName(),
                        String.valueOf(mark.fromMs()),
                        String.valueOf(mark.toMs()),
                        mark.text(),
                        voice));
    }
}
