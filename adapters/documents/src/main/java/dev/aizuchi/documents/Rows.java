package dev.aizuchi.documents;

import java.util.ArrayList;
import java.util.List;

/** Says in sentences what a table shows: its first column names what the others tell of. */
final class Rows {
    private Rows() {}

    /**
     * Read a table.
     *
     * @param header the names of the columns
     * @param rows the cells, a list for each row; missing and empty ones say nothing
     */
    static List<String> sentences(List<String> header, List<List<String>> rows) {
        List<String> sentences = new ArrayList<>();
        for (List<String> row : rows) {
            for (int column = 1; column < Math.min(row.size(), header.size()); column++) {
                String cell = row.get(column).strip();
                if (!cell.isEmpty() && !row.get(0).isBlank()) {
                    // 「項目 | 内容」: the heading of the only other column adds nothing.
                    String of =
                            header.size() == 2 ? "" : "の" + header.get(column).strip();
                    sentences.add(row.get(0).strip() + of + "は" + cell + (cell.endsWith("。") ? "" : "です。"));
                }
            }
        }
        return sentences;
    }
}
