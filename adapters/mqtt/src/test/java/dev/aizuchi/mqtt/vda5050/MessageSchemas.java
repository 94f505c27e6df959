package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hold messages against the JSON schemas of the VDA 5050 release that a dialect speaks. On any thread.
 *
 * <p>The document lets a message have more than its schema names, and so hides a misspelt name of what may be left out.
 * Here such a name is a fault, but for factsheets: the schema of 3.0.0 requires a name that it does not know.
 */
final class MessageSchemas {
    /** Two schemas of 3.0.0 have a comma too many. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    private static final JsonMetaSchema META = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keywords(List.of(new NonValidationKeyword("subtopic"), new NonValidationKeyword("unit")))
            .build();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Map<String, JsonSchema> KNOWN = new ConcurrentHashMap<>();

    private MessageSchemas() {}

    /** Give what in a message on a topic, such as {@code order}, does not fit; empty when all does. */
    static List<String> faults(Dialect dialect, String topic, byte[] message) {
        JsonSchema schema = KNOWN.computeIfAbsent(dialect.version + "/" + topic, MessageSchemas::read);
        try {
            return schema.validate(JSON.readTree(message)).stream()
                    .map(ValidationMessage::getMessage)
                    .map(fault -> topic + fault)
                    .toList();
        } catch (IOException e) {
            return List.of(topic + " is no JSON: " + e.getMessage());
        }
    }

    private static JsonSchema read(String name) {
        try (InputStream file = MessageSchemas.class.getResourceAsStream("schemas/" + name + ".schema")) {
            JsonNode json = JSON.readTree(Objects.requireNonNull(file, name));
            if (!name.endsWith("/factsheet")) {
                close(json);
            }
            return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V202012))
                    .metaSchema(META)
                    .build()
                    .getSchema(json, CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode json) {
        if (json instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.put("additionalProperties", false);
        }
        json.forEach(MessageSchemas::close);
    }
}
