package dev.aizuchi.ros2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.bus.Datum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Write messages in tests as JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static Datum.Fields fields(String json) {
        try {
            return (Datum.Fields) datum(MAPPER.readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Datum datum(JsonNode node) {
        if (node.isObject()) {
            Map<String, Datum> values = new LinkedHashMap<>();
            node.properties().forEach(entry -> values.put(entry.getKey(), datum(entry.getValue())));
            return new Datum.Fields(values);
        }
        if (node.isArray()) {
            List<Datum> items = new ArrayList<>();
            node.forEach(item -> items.add(datum(item)));
            return new Datum.Items(items);
        }
        if (node.isBoolean()) {
            return new Datum.Flag(node.booleanValue());
        }
        if (node.isIntegralNumber()) {
            return new Datum.Whole(node.longValue());
        }
        return node.isNumber() ? new Datum.Real(node.doubleValue()) : new Datum.Text(node.textValue());
    }
}
