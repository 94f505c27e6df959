package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.mqtt.Wire.Ending;
import dev.aizuchi.mqtt.Wire.Order;
import dev.aizuchi.mqtt.Wire.Progress;
import dev.aizuchi.mqtt.Wire.Signal;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of topics says what the code does. */
class AsyncApiTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final Signal SIGNAL = new Signal("r", 1);

    private final JsonNode api =
            new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());

    AsyncApiTest() throws IOException {}

    @Test
    void the_catalogue_lists_every_topic_with_its_sender_and_quality() {
        assertThat(names(api.path("channels"))).isEqualTo(levels());
        assertThat(names(api.path("operations"))).isEqualTo(levels());
        for (Topic topic : Topic.values()) {
            JsonNode channel = api.at("/channels/" + topic.level());
            JsonNode operation = api.at("/operations/" + topic.level());
            assertThat(channel.path("address").asText()).isEqualTo("{root}/{robot}/" + topic.level());
            assertThat(operation.at("/channel/$ref").asText()).isEqualTo("#/channels/" + topic.level());
            assertThat(operation.path("action").asText())
                    .isEqualTo(topic.sender() == Topic.Sender.ROBOT ? "send" : "receive");
            assertThat(operation.at("/bindings/mqtt/qos").asInt(-1)).isEqualTo(topic.qos());
            assertThat(operation.at("/bindings/mqtt/retain").asBoolean(!topic.retained()))
                    .isEqualTo(topic.retained());
        }
    }

    @Test
    void the_catalogue_names_every_field_that_is_written_and_no_other() throws IOException {
        Map<Topic, List<byte[]>> samples = samples();
        assertThat(samples).containsOnlyKeys(Topic.values());
        for (Map.Entry<Topic, List<byte[]>> entry : samples.entrySet()) {
            String level = entry.getKey().level();
            JsonNode schema = resolve(api.at("/channels/" + level + "/messages/" + level + "/payload"));
            assertThat(names(api.at("/channels/" + level + "/messages"))).containsExactly(level);
            List<JsonNode> written = new ArrayList<>();
            for (byte[] sample : entry.getValue()) {
                written.add(new ObjectMapper().readTree(sample));
            }
            assertFields(level, schema, written);
        }
    }

    @Test
    void the_catalogue_names_every_word() {
        assertThat(words("/components/schemas/ack/properties/result/enum")).isEqualTo(lower(Ack.Result.values()));
        assertThat(words("/components/schemas/outcome/properties/reason/enum")).isEqualTo(lower(Reason.values()));
        assertThat(words("/components/schemas/profile/properties/capabilities/items/properties/effect/enum"))
                .isEqualTo(lower(Effect.values()));
        assertThat(words("/components/schemas/command/properties/action/examples"))
                .isEqualTo(sorted(WireTest.actions()
                        .filter(action -> !(action instanceof Action.Own))
                        .map(Action::name)));
        assertThat(words("/components/schemas/percept/properties/kind/examples"))
                .isEqualTo(sorted(WireTest.percepts()
                        .filter(percept -> !(percept instanceof Percept.Own || percept instanceof Percept.Link))
                        .map(Percept::kind)));
    }

    /** Compare a schema with values: all fields known, those required in each, every known one in some. */
    private void assertFields(String where, JsonNode schema, List<JsonNode> values) {
        JsonNode properties = schema.path("properties");
        Set<String> seen = new TreeSet<>();
        for (JsonNode value : values) {
            seen.addAll(names(value));
            schema.path("required")
                    .forEach(name -> assertThat(names(value)).as(where).contains(name.asText()));
        }
        assertThat(seen).as(where).isEqualTo(names(properties));
        for (String name : seen) {
            JsonNode property = resolve(properties.path(name));
            List<JsonNode> inner = values.stream()
                    .flatMap(value -> elements(value.path(name)))
                    .filter(JsonNode::isObject)
                    .toList();
            JsonNode item = property.has("items") ? property.path("items") : property;
            if (!inner.isEmpty() && item.has("properties")) {
                assertFields(where + "/" + name, item, inner);
            }
        }
    }

    private static Map<Topic, List<byte[]>> samples() {
        Command command = new Command("c", new Action.Rotate(90), Duration.ofSeconds(1));
        RobotState state = new RobotState(AT, 1, 2, 3, 0, 1, false, false, "");
        List<Limit> limits = List.of(
                new Limit.Range("a", 0, 1),
                new Limit.OneOf("b", List.of("右")),
                new Limit.AnyText("c", 9),
                new Limit.YesNo("d"));
        RobotProfile profile = new RobotProfile(
                "r", List.of(new Capability("rotate", Effect.NONE, true, limits)), 0.1, Duration.ofSeconds(1));
        return Map.ofEntries(
                Map.entry(Topic.COMMAND, List.of(Wire.order(new Order("r", AT, command)))),
                Map.entry(Topic.ACK, List.of(Wire.ack(new Ack("c", Ack.Result.ACCEPTED, "")))),
                Map.entry(Topic.PROGRESS, List.of(Wire.progress(new Progress("c", 0.5)))),
                Map.entry(
                        Topic.OUTCOME,
                        List.of(
                                Wire.ending(new Ending("c", new Completed())),
                                Wire.ending(new Ending("c", new Failed(Reason.BUSY, ""))))),
                Map.entry(Topic.CANCEL, List.of(Wire.cancel("c"))),
                Map.entry(Topic.STOP, List.of(Wire.signal(SIGNAL))),
                Map.entry(Topic.RESUME, List.of(Wire.signal(SIGNAL))),
                Map.entry(Topic.STATE, List.of(Wire.state(state))),
                Map.entry(Topic.PERCEPT, List.of(Wire.percept(new Percept.Bumper()))),
                Map.entry(Topic.HEARTBEAT, List.of(Wire.signal(SIGNAL))),
                Map.entry(Topic.STATUS, List.of(Wire.status(true))),
                Map.entry(Topic.PROFILE, List.of(Wire.profile(profile))));
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Set<String> words(String pointer) {
        return sorted(elements(api.at(pointer)).map(JsonNode::asText));
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        List<JsonNode> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(elements::add);
        } else {
            elements.add(node);
        }
        return elements.stream();
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> levels() {
        return sorted(Arrays.stream(Topic.values()).map(Topic::level));
    }

    private static Set<String> lower(Enum<?>[] constants) {
        return sorted(Arrays.stream(constants).map(Fields::lower));
    }

    private static Set<String> sorted(Stream<String> words) {
        return new TreeSet<>(words.toList());
    }
}
