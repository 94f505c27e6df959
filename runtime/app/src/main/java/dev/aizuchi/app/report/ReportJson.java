package dev.aizuchi.app.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Write a report as one JSON object.
 *
 * @param zone in which times are written
 */
record ReportJson(ZoneId zone) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    void write(List<Entry> entries, Totals totals, int leftOut, Writer out) throws IOException {
        ObjectNode report = MAPPER.createObjectNode();
        entries.forEach(entry -> report.withArray("/entries").add(json(entry)));
        ObjectNode sums = report.putObject("totals");
        put(sums.putObject("people"), totals.people());
        put(sums.putObject("supplies"), totals.supplies());
        put(sums.putObject("entries"), totals.entries());
        report.put("lines_left_out", leftOut);
        out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        out.write("\n");
    }

    private ObjectNode json(Entry entry) {
        ObjectNode json = MAPPER.createObjectNode()
                .put(
                        "at",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at().atZone(zone)))
                .put("kind", entry.kind())
                .put("state", entry.state().name().toLowerCase(Locale.ROOT));
        ObjectNode values = json.putObject("values");
        entry.values().forEach(values::put);
        if (!entry.words().isEmpty()) {
            json.put("words", entry.words());
        }
        if (entry.corrects()) {
            json.put("corrects", true);
        }
        return json;
    }

    private static void put(ObjectNode node, Map<String, Long> sums) {
        sums.forEach(node::put);
    }
}
