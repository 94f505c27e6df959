package dev.aizuchi.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Write what came of a run, or why it could not be played; the scenario itself is known where it is read. */
final class PlayedJson {
    private static final String PLAYED = "played";
    private static final String BROKEN = "broken";
    private static final String COURSE = "/course";
    private static final String MOMENTS = "moments";
    private static final String SCENARIO = "scenario";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(new Unwritten<>(Scenario.class))
                    .addSerializer(new Unwritten<>(FloorPlan.class))
                    .addDeserializer(Scenario.class, new Known<>(Scenario.class, scenario -> scenario))
                    .addDeserializer(
                            FloorPlan.class,
                            new Known<>(FloorPlan.class, scenario -> FloorPlan.named(scenario.floor()))))
            .build();

    private PlayedJson() {}

    static String of(Played played, boolean brief) {
        ObjectNode written = MAPPER.valueToTree(played);
        if (brief && played.failure().isEmpty()) {
            written.withObject(COURSE).putArray(MOMENTS);
        }
        return MAPPER.createObjectNode().set(PLAYED, written).toString();
    }

    static String broken(String why) {
        return MAPPER.createObjectNode().put(BROKEN, why).toString();
    }

    /**
     * Read what came of a run.
     *
     * @throws ClusterException when it was not played; the message says why
     */
    static Played read(String json, Scenario scenario) {
        try {
            JsonNode answer = MAPPER.readTree(json);
            if (answer.has(BROKEN)) {
                throw new ClusterException(answer.get(BROKEN).asText());
            }
            Played played = MAPPER.readerFor(Played.class)
                    .withAttribute(SCENARIO, scenario)
                    .readValue(answer.path(PLAYED));
            if (played == null) {
                throw new ClusterException("it answered with something else than a run");
            }
            return played;
        } catch (JsonProcessingException e) {
            throw new ClusterException("its answer cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ClusterException("its answer cannot be read: " + e.getMessage(), e);
        }
    }

    private static final class Unwritten<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        Unwritten(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNull();
        }
    }

    /** Gives what is known of the scenario where it is read. */
    private static final class Known<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // Nobody writes it.
        private final Function<Scenario, T> part;

        Known(Class<T> type, Function<Scenario, T> part) {
            super(type);
            this.part = part;
        }

        @Override
        public @Nullable T deserialize(JsonParser in, DeserializationContext settings) throws IOException {
            in.skipChildren();
            return getNullValue(settings);
        }

        @Override
        public @Nullable T getNullValue(DeserializationContext settings) {
            return settings.getAttribute(SCENARIO) instanceof Scenario scenario ? part.apply(scenario) : null;
        }
    }
}
