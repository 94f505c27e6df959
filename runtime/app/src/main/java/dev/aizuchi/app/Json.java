package dev.aizuchi.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hold the one mapper of the command line; made only when first used, since every command is instantiated for help. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** Put p50, p95 and p99. */
    static void put(ObjectNode node, Percentiles values) {
        node.put("p50", rounded(values.p50())).put("p95", rounded(values.p95())).put("p99", rounded(values.p99()));
    }

    /** Print a report on one line of JSON, or a line for each of its fields. */
    static void print(ObjectNode report, PrintWriter out, boolean json) {
        if (json) {
            out.println(report);
        } else {
            report.properties()
                    .forEach(field ->
                            out.println(String.format(Locale.ROOT, "%-24s %s", field.getKey(), field.getValue())));
        }
    }

    /** Round to four places; JSON has no NaN, so what there is none of is null. */
    static @Nullable Double rounded(double value) {
        return Double.isNaN(value) ? null : Math.round(value * 10_000) / 10_000.0;
    }
}
