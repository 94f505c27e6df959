package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aizuchi.app.AgentConfig.Use;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.yaml.KeyLines;
import dev.aizuchi.yaml.YamlMistake;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Read a YAML file and bind its parts to records; errors name file, line, key and the nearest known key. */
final class ConfigFile {
    /** One for all files: what it learns of a record's type takes longer than to bind it. */
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Path.class, new PathReader()))
            .build();

    private final String name;
    private final ObjectReader reader;
    private final JsonNode root;
    private final KeyLines lines;

    private ConfigFile(String name, String text, Function<String, Path> paths) {
        this.name = name;
        this.reader = MAPPER.reader().withAttribute(Paths.class, new Paths(paths));
        try {
            this.lines = KeyLines.of(MAPPER, text);
            this.root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            YamlMistake mistake = YamlMistake.in(text, e);
            throw new ConfigException(name + ":" + mistake.line() + ": not YAML: " + mistake.message(), e);
        } catch (IOException e) {
            throw new ConfigException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private ConfigFile(ConfigFile file, JsonNode root) {
        this.name = file.name;
        this.reader = file.reader;
        this.lines = file.lines;
        this.root = root;
    }

    /**
     * Read a file.
     *
     * @param paths turns a written path, such as {@code model:starter-ja}, into a real one
     */
    static ConfigFile read(Path file, Function<String, Path> paths) {
        try {
            return of(file.toString(), Files.readString(file), paths);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": no such file; begin with a copy of runtime/app/agent.yaml", e);
        } catch (CharacterCodingException e) {
            throw new ConfigException(file + ": not UTF-8 text", e);
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static ConfigFile of(String name, String text, Function<String, Path> paths) {
        return new ConfigFile(name, text, paths);
    }

    /** Give this file with defaults beneath: what it says itself wins. */
    ConfigFile over(ObjectNode defaults) {
        return root instanceof ObjectNode own ? new ConfigFile(this, over(own, defaults)) : this;
    }

    private static ObjectNode over(ObjectNode own, ObjectNode defaults) {
        ObjectNode all = defaults.deepCopy();
        own.properties().forEach(field -> {
            boolean both = field.getValue() instanceof ObjectNode && all.get(field.getKey()) instanceof ObjectNode;
            all.set(
                    field.getKey(),
                    both
                            ? over((ObjectNode) field.getValue(), (ObjectNode) all.get(field.getKey()))
                            : field.getValue());
        });
        return all;
    }

    AgentConfig agent() {
        return whole(AgentConfig.class, "a configuration is a map of site, robot, hearing, …");
    }

    /** Bind the whole file; {@code what} is said where it is no map. */
    <C> C whole(Class<C> record, String what) {
        if (!(root instanceof ObjectNode)) {
            throw new ConfigException(name + ":1: " + what);
        }
        return bind(root, "", record);
    }

    /** Bind the {@code with:} part of a provider that stands at a path, such as {@code /robot}. */
    <C> C settings(Use use, String path, Class<C> record) {
        JsonNode with = use.with().isMissingNode() ? MAPPER.createObjectNode() : use.with();
        return bind(with, path + "/with", record);
    }

    /** Make an error about a key. */
    ConfigException error(String path, String message) {
        return new ConfigException(where(path) + ": " + message);
    }

    private <C> C bind(JsonNode node, String path, Class<C> record) {
        checkKeys(node, path, record);
        try {
            return reader.treeToValue(node, record);
        } catch (JsonMappingException e) {
            String at = path
                    + e.getPath().stream()
                            .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                            .collect(Collectors.joining());
            throw new ConfigException(where(at) + ": " + YamlMistake.of(e), e);
        } catch (JsonProcessingException e) {
            throw new ConfigException(where(path) + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Look for misspelt keys first: the mapper would rather complain of the key that is missing in their place. */
    private void checkKeys(JsonNode node, String path, Class<?> record) {
        Map<String, Class<?>> known = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            known.put(kebab(component.getName()), component.getType());
        }
        node.properties().forEach(field -> {
            String at = path + "/" + field.getKey();
            Class<?> type = known.get(field.getKey());
            if (type == null) {
                throw new ConfigException(where(at) + ": unknown key " + field.getKey()
                        + Suggestion.hint(field.getKey(), known.keySet()));
            }
            if (type.isRecord() && field.getValue().isObject()) {
                checkKeys(field.getValue(), at, type);
            }
        });
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private String where(String path) {
        return name + ":" + lines.line(path)
                + (path.isEmpty() ? "" : ": " + path.substring(1).replace('/', '.'));
    }

    /** Turn the written paths of one file into real ones. */
    private record Paths(Function<String, Path> real) {}

    private static final class PathReader extends StdDeserializer<Path> {
        private static final long serialVersionUID = 1L;

        PathReader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return ((Paths) context.getAttribute(Paths.class)).real().apply(parser.getText());
        }
    }
}
