package dev.aizuchi.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.models.Suggestion;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Hold a document to a JSON Schema, and tell every breach with its place and the cure.
 *
 * <p>Knows what the schemas of the test kit use: type, properties, additionalProperties, required, items, enum,
 * minimum, maximum, format duration, $ref. Where a text is due, a number or a yes or no is one: {@code text: 101} means
 * "101".
 */
public final class SchemaCheck {
    private final JsonNode schema;
    private final Document document;

    private SchemaCheck(JsonNode schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /** Check the whole of a document; what is wrong is added to its problems. */
    public static void check(Document document, JsonNode schema) {
        new SchemaCheck(schema, document).check(document.content(), document.content(), "", schema);
    }

    private void check(JsonNode node, JsonNode container, String key, JsonNode rule) {
        if (rule.has("$ref")) {
            check(node, container, key, schema.at(rule.get("$ref").asText().substring(1)));
        } else if (!isOfType(node, rule)) {
            document.problem(node, container, key, name(key) + " must be " + wanted(rule) + ", but is " + kind(node));
        } else if (node.isObject()) {
            checkKeys(node, rule);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), node, String.valueOf(i), rule.path("items"));
            }
        } else {
            checkValue(node, container, key, rule);
        }
    }

    private void checkKeys(JsonNode node, JsonNode rule) {
        JsonNode known = rule.path("properties");
        JsonNode others = rule.path("additionalProperties");
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            JsonNode below = known.has(each.getKey()) ? known.get(each.getKey()) : others;
            if (below.isBoolean()) {
                List<String> names = new ArrayList<>();
                known.fieldNames().forEachRemaining(names::add);
                document.problem(
                        node, each.getKey(), "unknown key " + each.getKey() + Suggestion.hint(each.getKey(), names));
            } else {
                check(each.getValue(), node, each.getKey(), below);
            }
        }
        for (JsonNode required : rule.path("required")) {
            if (!node.has(required.asText())) {
                document.problem(node, node, "", required.asText() + " is missing");
            }
        }
    }

    private void checkValue(JsonNode node, JsonNode container, String key, JsonNode rule) {
        String text = node.asText();
        if (rule.has("enum") && !values(rule.get("enum")).contains(text)) {
            document.problem(
                    container,
                    key,
                    name(key) + ": there is no " + text + Suggestion.hint(text, values(rule.get("enum"))));
        }
        if (rule.has("minimum") || rule.has("maximum")) {
            checkRange(node, container, key, rule);
        }
        if (rule.path("format").asText().equals("duration") && !isDuration(text)) {
            document.problem(container, key, text + " is no duration; write PT2S for two seconds");
        }
    }

    private void checkRange(JsonNode node, JsonNode container, String key, JsonNode rule) {
        double least = rule.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        double most = rule.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        if (node.asDouble() < least || node.asDouble() > most) {
            String range = rule.has("maximum")
                    ? "from " + rule.path("minimum").asText() + " to "
                            + rule.get("maximum").asText()
                    : rule.get("minimum").asText() + " or more";
            document.problem(container, key, key + " must be " + range + ", but is " + node.asText());
        }
    }

    private static boolean isDuration(String text) {
        try {
            Duration.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isOfType(JsonNode node, JsonNode rule) {
        return !rule.has("type") || values(rule.path("type")).stream().anyMatch(type -> isOfType(node, type));
    }

    private static boolean isOfType(JsonNode node, String type) {
        return switch (type) {
            case "object" -> node.isObject();
            case "array" -> node.isArray();
            case "number" -> node.isNumber() || isNumber(node.asText());
            case "integer" -> node.isIntegralNumber();
            case "boolean" -> node.isBoolean();
            case "null" -> node.isNull();
            default -> node.isValueNode() && !node.isNull();
        };
    }

    /** A number in quotation marks is meant as one; tables fill texts. */
    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private static List<String> values(JsonNode one) {
        List<String> values = new ArrayList<>();
        if (one.isArray()) {
            one.forEach(each -> values.add(each.asText()));
        } else {
            values.add(one.asText());
        }
        return values;
    }

    private static String name(String key) {
        return key.isEmpty() ? "this" : key.matches("\\d+") ? "each item" : key;
    }

    private static String wanted(JsonNode rule) {
        return String.join(
                " or ",
                values(rule.path("type")).stream().map(SchemaCheck::wanted).toList());
    }

    private static String wanted(String type) {
        return switch (type) {
            case "object" -> "keys with values";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            case "null" -> "nothing";
            case "number" -> "a number";
            default -> "a text";
        };
    }

    private static String kind(JsonNode node) {
        return node.isArray()
                ? "a list"
                : node.isObject() ? "keys with values" : node.isNull() ? "nothing" : node.asText();
    }
}
