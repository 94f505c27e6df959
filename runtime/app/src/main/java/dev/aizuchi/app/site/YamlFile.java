package dev.aizuchi.app.site;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bind YAML to records of texts, lists and maps, and tell every fault rather than the first. What cannot be bound is
 * left out.
 */
final class YamlFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String shown;
    private final JsonNode root;
    private final KeyLines lines;
    private final Consumer<Fault> faults;

    private YamlFile(String shown, JsonNode root, KeyLines lines, Consumer<Fault> faults) {
        this.shown = shown;
        this.root = root;
        this.lines = lines;
        this.faults = faults;
    }

    static YamlFile of(String shown, String text, Consumer<Fault> faults) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return new YamlFile(
                    shown,
                    root.isMissingNode() || root.isNull() ? MAPPER.createObjectNode() : root,
                    KeyLines.of(MAPPER, text),
                    faults);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            faults.accept(new Fault(
                    shown,
                    line,
                    "not YAML: " + e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            faults.accept(new Fault(shown, 1, "cannot be read: " + e.getMessage()));
        }
        return new YamlFile(shown, MissingNode.getInstance(), KeyLines.none(), faults);
    }

    String shown() {
        return shown;
    }

    KeyLines lines() {
        return lines;
    }

    /** Bind the whole file; empty when it is no YAML or no map, which is told. */
    <T extends Record> Optional<T> bind(Class<T> type) {
        return root.isMissingNode() ? Optional.empty() : Optional.ofNullable(type.cast(value(root, type, "")));
    }

    /** Make a fault about a key, by its path such as {@code /places/0}. */
    void fault(String path, String message) {
        faults.accept(new Fault(shown, lines.line(path), message));
    }

    /** Give the part of the file at a path. */
    JsonNode at(String path) {
        return root.at(path);
    }

    private @Nullable Object value(JsonNode node, Type type, String at) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? list(node, element, at) : map(node, element, at);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(node, plain, at);
        }
        if (!node.isValueNode()) {
            fault(at, key(at) + " takes one text, no list and no map");
            return null;
        }
        return plain.isEnum()
                ? constant(node.asText(), plain, at)
                : node.asText().strip();
    }

    private List<Object> list(JsonNode node, Type element, String at) {
        if (!node.isArray()) {
            fault(at, key(at) + " takes a list: [A, B], or a line beginning with - for each");
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(node.get(i), element, at + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Map<String, Object> map(JsonNode node, Type element, String at) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!node.isObject()) {
            fault(at, key(at) + " takes a map: a line NAME: … for each");
        }
        node.properties().forEach(field -> {
            Object value = value(field.getValue(), element, at + "/" + field.getKey());
            if (value != null) {
                values.put(field.getKey(), value);
            }
        });
        return values;
    }

    private @Nullable Object record(JsonNode node, Class<?> type, String at) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(each -> kebab(each.getName())).toList();
        if (!node.isObject()) {
            fault(at, key(at) + " takes a map with the keys " + String.join(", ", known));
            return null;
        }
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !known.contains(key))
                .forEach(key -> fault(at + "/" + key, "unknown key " + key + Suggestion.hint(key, known)));
        Object[] values = Arrays.stream(components)
                .map(each -> value(
                        node.path(kebab(each.getName())), each.getGenericType(), at + "/" + kebab(each.getName())))
                .toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            fault(at, String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be bound", e);
        }
    }

    private @Nullable Object constant(String written, Class<?> type, String at) {
        Map<String, Object> known = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(each -> each.toString().toLowerCase(Locale.ROOT), each -> each));
        Object value = known.get(written);
        if (value == null) {
            fault(at, key(at) + " cannot be " + written + Suggestion.hint(written, known.keySet()));
        }
        return value;
    }

    private static String key(String path) {
        return path.isEmpty() ? "the file" : path.substring(path.lastIndexOf('/') + 1);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
