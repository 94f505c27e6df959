package dev.aizuchi.testkit.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Write the pieces of a report page; all text is escaped. */
public final class Html {
    private Html() {}

    /** Read a page; the {{holes}} of its body are left to be filled. */
    public static String page(String title, String body) {
        return resource("page.html")
                .replace("{{style}}", resource("report.css"))
                .replace("{{title}}", escaped(title))
                .replace("{{body}}", resource(body));
    }

    /** Write a row of a table. */
    public static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<td>" + escaped(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** Write a share from 0 to 1 in percent. */
    public static String percent(double rate) {
        return number("%.1f %%", 100 * rate);
    }

    /** Write a number; a dash where there is none. */
    public static String number(String format, double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, format, value);
    }

    /** Write any text. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
