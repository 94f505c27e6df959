package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import java.util.ArrayList;
import java.util.List;

/** Compare readings with a set of rows: text, katakana. */
final class ReadingSets {
    private final SpeechReader reader = new SpeechReader(new Morphology());
    private int rows;

    /** Give a line for each row that differs. */
    List<String> differences(String name) {
        List<String> differences = new ArrayList<>();
        for (String line : DataFile.read(ReadingSets.class, name).lines("rows")) {
            rows++;
            String[] fields = line.split("\t", -1);
            String read = reader.read(fields[0]).kana();
            String same = fields[1].contains(" ") ? read : read.replaceAll("[ 、。]", "");
            if (!same.equals(fields[1])) {
                differences.add(fields[0] + "\n    wanted " + fields[1] + "\n    read   " + read);
            }
        }
        return differences;
    }

    int rows() {
        return rows;
    }

    /** Print totals of a set; with a second argument also the rows that differ. */
    public static void main(String[] arguments) {
        ReadingSets sets = new ReadingSets();
        List<String> differences = sets.differences(arguments[0]);
        if (arguments.length > 1) {
            differences.forEach(System.out::println);
        }
        System.out.println((sets.rows - differences.size()) + " of " + sets.rows + " right");
    }
}
