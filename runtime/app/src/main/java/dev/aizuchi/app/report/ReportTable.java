package dev.aizuchi.app.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Write a report as CSV (RFC 4180) for people: Japanese headings, a column for each value, the rest in one.
 *
 * <p>A spreadsheet takes a cell that begins with one of {@code = + - @} for a formula: such a cell gets an apostrophe
 * in front. Source: OWASP, CSV Injection, which also names the same signs in full width, tab and line breaks.
 */
final class ReportTable {
    private static final String FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> VALUES = Stream.of(
                    List.of("place"), Totals.PEOPLE, List.of("item", "count", "hazard", "event", "depth_cm", "team"))
            .flatMap(List::stream)
            .toList();

    private final ZoneId zone;
    private final Properties labels = labels();

    ReportTable(ZoneId zone) {
        this.zone = zone;
    }

    void write(List<Entry> entries, Totals totals, Writer out) throws IOException {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .build();
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        columns().forEach(column -> schema.addColumn(label(column)));
        try (SequenceWriter rows = mapper.writer(schema.build())
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValues(out)) {
            for (Entry entry : entries) {
                rows.write(safe(row(entry)));
            }
            for (Map<String, String> row : rows(totals)) {
                rows.write(safe(row));
            }
        }
    }

    private static List<String> columns() {
        return Stream.of(List.of("at", "kind"), VALUES, List.of("words", "other", "state"))
                .flatMap(List::stream)
                .toList();
    }

    private Map<String, String> row(Entry entry) {
        Map<String, String> row = new TreeMap<>(entry.values());
        row.keySet().retainAll(Set.copyOf(VALUES));
        row.put("at", TIME.format(entry.at().atZone(zone)));
        row.put("kind", label("kind." + entry.kind()));
        row.put("words", entry.words());
        row.put("state", label("state." + entry.state().name().toLowerCase(Locale.ROOT)));
        row.put(
                "other",
                entry.values().entrySet().stream()
                        .filter(value -> !VALUES.contains(value.getKey()))
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .collect(Collectors.joining(" ")));
        return row;
    }

    /** Give the people in one row, then a row for each item. */
    private List<Map<String, String>> rows(Totals totals) {
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, String> people = new TreeMap<>(Map.of("kind", label("total")));
        totals.people().forEach((key, sum) -> people.put(key, sum.toString()));
        rows.add(people);
        totals.supplies()
                .forEach((item, sum) -> rows.add(Map.of(
                        "kind", label("total.supplies"), "item", item, "count", sum == 0 ? "" : sum.toString())));
        return rows;
    }

    private Map<String, String> safe(Map<String, String> row) {
        Map<String, String> cells = new TreeMap<>();
        columns().forEach(column -> cells.put(label(column), safe(row.getOrDefault(column, ""))));
        return cells;
    }

    private static String safe(String cell) {
        boolean formula = !cell.isEmpty()
                && (FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0
                        || (!cell.isBlank()
                                && FORMULA_SIGNS.indexOf(cell.stripLeading().charAt(0)) >= 0));
        return formula ? "'" + cell : cell;
    }

    /** A kind that another version of the skill wrote is written as it is. */
    private String label(String key) {
        return labels.getProperty(key, key.substring(key.indexOf('.') + 1));
    }

    private static Properties labels() {
        Properties labels = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ReportTable.class.getResourceAsStream("labels.properties"), "labels.properties"),
                StandardCharsets.UTF_8)) {
            labels.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
