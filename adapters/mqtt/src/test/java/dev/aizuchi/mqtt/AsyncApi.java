package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Generate {@code asyncapi.yaml} from the code: topics from {@link Topic}, fields and their types from what
 * {@link Wire} writes, lists of words from the types that hold them; and from notes, which say what people are told.
 */
final class AsyncApi {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    /** Lists that are complete. */
    private final Map<String, List<String>> words = Map.of(
            "ack.result", lower(Ack.Result.values()),
            "outcome.outcome", List.of("completed", "failed"),
            "outcome.reason", lower(Reason.values()),
            "profile.capabilities.effect", lower(Effect.values()),
            "profile.capabilities.limits.kind", List.of("range", "one_of", "any_text", "yes_no"));

    /** Lists that a robot may add to. */
    private final Map<String, List<String>> examples = Map.of(
            "command.action",
            WireTest.actions()
                    .filter(action -> !(action instanceof Action.Own))
                    .map(Action::name)
                    .distinct()
                    .toList(),
            "percept.kind",
            WireTest.percepts()
                    .filter(percept -> !(percept instanceof Percept.Own || percept instanceof Percept.Link))
                    .map(Percept::kind)
                    .distinct()
                    .toList());

    private final JsonNode notes;
    private final Map<Topic, List<byte[]>> samples;
    private final Set<String> used = new HashSet<>();
    private final ObjectNode root = node();

    private AsyncApi(JsonNode notes, Map<Topic, List<byte[]>> samples) {
        this.notes = notes;
        this.samples = samples;
    }

    /**
     * Generate it.
     *
     * @param samples of every topic, so that each field stands in one of them
     * @throws IllegalArgumentException when a note is about nothing that is written
     */
    static String write(Map<Topic, List<byte[]>> samples) throws IOException {
        JsonNode notes = YAML.readTree(AsyncApi.class.getResourceAsStream("/asyncapi-notes.yaml"));
        return "# Generated from the code; AsyncApiTest says how.\n"
                + YAML.writeValueAsString(new AsyncApi(notes, samples).generate());
    }

    private JsonNode generate() throws IOException {
        root.put("asyncapi", "3.0.0");
        root.set("info", notes.path("info"));
        root.put("defaultContentType", "application/json");
        root.set("servers", notes.path("servers"));
        ObjectNode channels = root.putObject("channels");
        ObjectNode operations = root.putObject("operations");
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        for (Topic topic : Topic.values()) {
            channel(topic, channels.putObject(topic.level()));
            operation(topic, operations.putObject(topic.level()));
            String schema = schema(topic);
            if (!schemas.has(schema)) {
                List<JsonNode> written = new ArrayList<>();
                for (byte[] sample : samples.getOrDefault(topic, List.of())) {
                    written.add(new ObjectMapper().readTree(sample));
                }
                schemas.set(schema, schema(schema, written));
            }
        }
        schemas.set("arguments", notes.path("arguments"));
        requireUsed();
        return root;
    }

    private void requireUsed() {
        Set<String> idle = new LinkedHashSet<>();
        notes.path("fields").fieldNames().forEachRemaining(idle::add);
        idle.addAll(words.keySet());
        idle.addAll(examples.keySet());
        idle.removeAll(used);
        if (!idle.isEmpty()) {
            throw new IllegalArgumentException("said of fields that nothing writes: " + idle);
        }
    }

    private void channel(Topic topic, ObjectNode json) {
        json.put("address", "{root}/{robot}/" + topic.level());
        json.set("description", required(notes.path("topics"), topic.level()));
        json.set("parameters", notes.path("parameters"));
        json.putObject("messages")
                .putObject(topic.level())
                .putObject("payload")
                .put("$ref", "#/components/schemas/" + schema(topic));
    }

    private static void operation(Topic topic, ObjectNode json) {
        json.put("action", topic.sender() == Topic.Sender.ROBOT ? "send" : "receive");
        json.putObject("channel").put("$ref", "#/channels/" + topic.level());
        ObjectNode mqtt = json.putObject("bindings").putObject("mqtt");
        mqtt.put("qos", topic.qos()).put("retain", topic.retained());
        if (topic.expirySeconds() > 0) {
            mqtt.put("messageExpiryInterval", topic.expirySeconds());
        }
    }

    /** Name the schema of a topic; the signals of a runtime are alike. */
    private static String schema(Topic topic) {
        return switch (topic) {
            case STOP, RESUME, HEARTBEAT -> "signal";
            default -> topic.level();
        };
    }

    private ObjectNode schema(String path, List<JsonNode> values) {
        ObjectNode schema = type(path, values);
        used.add(path);
        add(schema, "enum", words.get(path));
        add(schema, "examples", examples.get(path));
        notes.path("fields").path(path).properties().forEach(each -> schema.set(each.getKey(), each.getValue()));
        return schema;
    }

    private ObjectNode type(String path, List<JsonNode> values) {
        JsonNode first = values.get(0);
        ObjectNode schema = node();
        if (path.endsWith(".arguments")) {
            return schema.put("$ref", "#/components/schemas/arguments");
        }
        schema.put("type", type(first));
        if (first.isObject()) {
            fields(path, values, schema);
        } else if (first.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            values.forEach(value -> value.forEach(elements::add));
            schema.set("items", type(path, elements));
        }
        return schema;
    }

    private void fields(String path, List<JsonNode> values, ObjectNode schema) {
        Set<String> names = new LinkedHashSet<>();
        values.forEach(value -> value.fieldNames().forEachRemaining(names::add));
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (String name : names) {
            List<JsonNode> present = values.stream()
                    .filter(value -> value.has(name))
                    .map(value -> value.get(name))
                    .toList();
            if (present.size() == values.size()) {
                required.add(name);
            }
            properties.set(name, schema(path + "." + name, present));
        }
    }

    private static void add(ObjectNode schema, String key, @Nullable List<String> list) {
        if (list != null) {
            list.forEach(schema.withArray(key)::add);
        }
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }

    private static JsonNode required(JsonNode from, String name) {
        if (!from.has(name)) {
            throw new IllegalArgumentException("the notes say nothing of " + name);
        }
        return from.get(name);
    }

    private static List<String> lower(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Fields::lower).toList();
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
