package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Hold what tells one region: forms marked as its own, and its words. */
final class Markers {
    private record Marker(Pattern pattern, int weight) {}

    private final List<Marker> markers = new ArrayList<>();

    Markers(DataFile data) {
        data.rows("markers", 2).forEach(row -> add(row.get(1), row.get(0)));
        data.rows("words", 3).forEach(row -> add(row.get(0), row.get(2)));
    }

    private void add(String expression, String weight) {
        if (!weight.equals("0")) {
            markers.add(new Marker(Pattern.compile(expression), Integer.parseInt(weight)));
        }
    }

    /** Give how much a text tells of the region. */
    int weight(String text) {
        return markers.stream()
                .filter(marker -> marker.pattern.matcher(text).find())
                .mapToInt(Marker::weight)
                .sum();
    }
}
