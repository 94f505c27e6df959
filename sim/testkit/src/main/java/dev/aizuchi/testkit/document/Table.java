package dev.aizuchi.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aizuchi.models.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Make one document of each row of a table: {@code {column}} in any text stands for the row's value. A text that is
 * nothing but a hole becomes the value itself, a number a number.
 */
public final class Table {
    private static final Pattern HOLE = Pattern.compile("\\{([\\p{L}_][\\p{L}\\p{N}_-]*)}");

    private final Document document;
    private final Part row;
    private final Set<String> columns;
    private final Set<String> used = new TreeSet<>();

    private Table(Document document, Part row) {
        this.document = document;
        this.row = row;
        this.columns = row.keys();
    }

    /** Give a document for each row below a key; the document itself where there is no table. */
    public static List<Document> filled(Document document, String key) {
        List<Document> filled = new ArrayList<>();
        for (Part row : document.root().list(key)) {
            filled.add(new Table(document, row).fill(key));
        }
        return filled.isEmpty() ? List.of(document) : filled;
    }

    private Document fill(String key) {
        ObjectNode copy = (ObjectNode) filled(document.content(), key);
        Set<String> idle = new TreeSet<>(columns);
        idle.removeAll(used);
        idle.forEach(column -> row.at(column).wrong("nothing uses {" + column + "}"));
        return document.with(copy);
    }

    private JsonNode filled(JsonNode node, String leftOut) {
        if (node.isObject()) {
            ObjectNode copy = ((ObjectNode) node).objectNode();
            document.places().same(copy, node);
            node.properties().forEach(each -> {
                if (!each.getKey().equals(leftOut)) {
                    copy.set(text(each.getKey(), node, each.getKey()), value(each.getValue(), node, each.getKey()));
                }
            });
            return copy;
        }
        ArrayNode copy = ((ArrayNode) node).arrayNode();
        document.places().same(copy, node);
        for (int i = 0; i < node.size(); i++) {
            copy.add(value(node.get(i), node, String.valueOf(i)));
        }
        return copy;
    }

    private JsonNode value(JsonNode value, JsonNode container, String key) {
        if (value.isContainerNode()) {
            return filled(value, "");
        }
        if (!value.isTextual()) {
            return value;
        }
        Matcher whole = HOLE.matcher(value.asText());
        if (whole.matches() && columns.contains(whole.group(1))) {
            used.add(whole.group(1));
            return row.at(whole.group(1)).written();
        }
        return TextNode.valueOf(text(value.asText(), container, key));
    }

    private String text(String text, JsonNode container, String key) {
        return HOLE.matcher(text).replaceAll(hole -> {
            String column = hole.group(1);
            if (!columns.contains(column)) {
                document.problem(
                        container, key, "no column " + column + " in the examples" + Suggestion.hint(column, columns));
                return "";
            }
            used.add(column);
            return Matcher.quoteReplacement(row.at(column).text());
        });
    }
}
