package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Datum;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Write and read messages as the JSON of rosbridge: octets in base 64, a number that is none as {@code NaN} or null.
 */
final class Notation {
    /** Bounds what a stranger sends; a picture of some megabytes fits. */
    static final int LONGEST = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(LONGEST)
                            .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .build())
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Notation() {}

    /** Begin a message of the protocol. */
    static ObjectNode op(String op) {
        return NODES.objectNode().put("op", op);
    }

    static String written(ObjectNode message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Read a message of the protocol; a missing node where it is none. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    static JsonNode node(Datum value) {
        if (value instanceof Datum.Fields fields) {
            ObjectNode node = NODES.objectNode();
            fields.values().forEach((name, inner) -> node.set(name, node(inner)));
            return node;
        }
        if (value instanceof Datum.Items items) {
            return NODES.arrayNode(items.values().size())
                    .addAll(items.values().stream().map(Notation::node).toList());
        }
        if (value instanceof Datum.Octets octets) {
            ByteBuffer bytes = octets.value();
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return NODES.textNode(Base64.getEncoder().encodeToString(copy));
        }
        if (value instanceof Datum.Text text) {
            return NODES.textNode(text.value());
        }
        if (value instanceof Datum.Flag flag) {
            return NODES.booleanNode(flag.value());
        }
        return value instanceof Datum.Whole whole
                ? NODES.numberNode(whole.value())
                : NODES.numberNode(((Datum.Real) value).value());
    }

    static Datum datum(JsonNode node) {
        if (node.isObject()) {
            return fields(node);
        }
        if (node.isArray()) {
            List<Datum> items = new ArrayList<>(node.size());
            node.forEach(item -> items.add(datum(item)));
            return new Datum.Items(items);
        }
        if (node.isTextual()) {
            return new Datum.Text(node.textValue());
        }
        if (node.isBoolean()) {
            return new Datum.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return new Datum.Whole(node.bigIntegerValue().longValue());
        }
        return new Datum.Real(node.isNumber() ? node.doubleValue() : Double.NaN);
    }

    /** Read fields; none where the node is no object. */
    static Datum.Fields fields(JsonNode node) {
        Map<String, Datum> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), datum(entry.getValue())));
        return new Datum.Fields(values);
    }
}
