package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Datum;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Write the JSON Schema of a robot file from its records, so that an editor knows the keys. */
final class RobotSchema {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode definitions = mapper.createObjectNode();

    private RobotSchema() {}

    static String text() {
        RobotSchema schema = new RobotSchema();
        ObjectNode root = schema.mapper.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Aizuchi robot file");
        root.setAll(schema.record(RobotFile.class));
        root.set("$defs", schema.definitions);
        try {
            return schema.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode record(Class<?> record) {
        ObjectNode node = mapper.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(KnownKeys.kebab(component.getName()), of(component.getGenericType()));
        }
        return node;
    }

    private ObjectNode of(Type type) {
        ObjectNode node = mapper.createObjectNode();
        if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? node.put("type", "object").set("additionalProperties", of(inner[1]))
                    : node.put("type", "array").set("items", of(inner[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && plain != Template.Text.class) {
            define(plain);
            return node.put("$ref", "#/$defs/" + plain.getSimpleName());
        }
        if (plain.isEnum()) {
            ArrayNode words = node.putArray("enum");
            List.of(plain.getEnumConstants())
                    .forEach(word -> words.add(word.toString().toLowerCase(Locale.ROOT)));
            return node;
        }
        // Whatever the message or the adapter takes.
        boolean any = plain == JsonNode.class || plain == Template.class || plain == Datum.class;
        return any ? node : node.put("type", name(plain));
    }

    private void define(Class<?> record) {
        if (!definitions.has(record.getSimpleName())) {
            definitions.putObject(record.getSimpleName());
            definitions.set(record.getSimpleName(), record(record));
        }
    }

    private static String name(Class<?> plain) {
        if (plain == boolean.class) {
            return "boolean";
        }
        boolean text = plain == String.class || plain == Expression.class || plain == Template.Text.class;
        return text ? "string" : plain == Integer.class ? "integer" : "number";
    }
}
