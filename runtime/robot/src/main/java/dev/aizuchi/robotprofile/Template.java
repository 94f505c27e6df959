package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.bus.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fill what is written in the file with the values of an order: {@code ${…}} is an expression, all else stands. */
final class Template {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

    private Template() {}

    /**
     * Make a value of a part of the file.
     *
     * @throws IllegalArgumentException when an expression is wrong; the message begins with the field that holds it
     */
    static Datum fill(JsonNode node, Datum.Fields scope) {
        if (node.isObject()) {
            Map<String, Datum> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), inside(field, scope)));
            return new Datum.Fields(fields);
        }
        if (node.isArray()) {
            List<Datum> items = new ArrayList<>();
            node.forEach(item -> items.add(fill(item, scope)));
            return new Datum.Items(items);
        }
        if (node.isTextual()) {
            Matcher hole = HOLE.matcher(node.textValue());
            return hole.matches()
                    ? Expression.parse(hole.group(1)).in(scope)
                    : new Datum.Text(text(node.textValue(), scope));
        }
        if (node.isBoolean()) {
            return new Datum.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Datum.Whole(node.longValue());
        }
        if (node.isNumber()) {
            return new Datum.Real(node.doubleValue());
        }
        throw new IllegalArgumentException("a value is missing");
    }

    /** Fill the holes of a text. */
    static String text(String text, Datum.Fields scope) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        said(Expression.parse(hole.group(1)).in(scope))));
    }

    private static Datum inside(Map.Entry<String, JsonNode> field, Datum.Fields scope) {
        try {
            return fill(field.getValue(), scope);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.getKey() + ": " + e.getMessage(), e);
        }
    }

    private static String said(Datum datum) {
        if (datum instanceof Datum.Text text) {
            return text.value();
        }
        if (datum instanceof Datum.Whole whole) {
            return Long.toString(whole.value());
        }
        if (datum instanceof Datum.Real real) {
            return Double.toString(real.value());
        }
        if (datum instanceof Datum.Flag flag) {
            return Boolean.toString(flag.value());
        }
        throw new IllegalArgumentException("only a text, a number or a yes or no can stand within a text");
    }
}
