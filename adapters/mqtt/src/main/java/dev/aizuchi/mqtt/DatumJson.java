package dev.aizuchi.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.bus.Datum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Write messages as JSON and read them; what is no JSON object comes as the field {@code value}. */
final class DatumJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DatumJson() {}

    static byte[] write(Datum.Fields message) {
        try {
            return MAPPER.writeValueAsBytes(node(message));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Read a payload: devices send bare numbers and words as well as objects. */
    static Datum.Fields read(byte[] payload) {
        Datum read;
        try {
            JsonNode node = MAPPER.readTree(payload);
            read = node == null || node.isMissingNode() || node.isNull() ? Datum.Fields.NONE : datum(node);
        } catch (IOException e) {
            read = new Datum.Text(new String(payload, StandardCharsets.UTF_8));
        }
        return read instanceof Datum.Fields fields ? fields : new Datum.Fields(Map.of("value", read));
    }

    private static JsonNode node(Datum datum) {
        if (datum instanceof Datum.Fields fields) {
            var object = NODES.objectNode();
            fields.values().forEach((name, value) -> object.set(name, node(value)));
            return object;
        }
        if (datum instanceof Datum.Items items) {
            var array = NODES.arrayNode();
            items.values().forEach(item -> array.add(node(item)));
            return array;
        }
        if (datum instanceof Datum.Whole whole) {
            return NODES.numberNode(whole.value());
        }
        if (datum instanceof Datum.Real real) {
            if (!Double.isFinite(real.value())) {
                throw new IllegalArgumentException("JSON has no number " + real.value());
            }
            return NODES.numberNode(real.value());
        }
        if (datum instanceof Datum.Flag flag) {
            return NODES.booleanNode(flag.value());
        }
        if (datum instanceof Datum.Text text) {
            return NODES.textNode(text.value());
        }
        Datum.Octets octets = (Datum.Octets) datum;
        byte[] bytes = new byte[octets.value().remaining()];
        octets.value().get(bytes);
        return NODES.textNode(Base64.getEncoder().encodeToString(bytes));
    }

    private static Datum datum(JsonNode node) {
        if (node.isObject()) {
            Map<String, Datum> fields = new LinkedHashMap<>();
            // What is null is not told.
            node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> fields.put(field.getKey(), datum(field.getValue())));
            return new Datum.Fields(fields);
        }
        if (node.isArray()) {
            List<Datum> items = new ArrayList<>();
            node.forEach(item -> items.add(datum(item)));
            return new Datum.Items(items);
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Datum.Whole(node.longValue());
        }
        if (node.isNumber()) {
            return new Datum.Real(node.doubleValue());
        }
        return node.isBoolean() ? new Datum.Flag(node.booleanValue()) : new Datum.Text(node.asText());
    }
}
