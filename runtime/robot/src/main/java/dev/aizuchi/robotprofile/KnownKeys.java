package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.models.Suggestion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Look for misspelt keys first: the mapper would rather complain of the key that is missing in their place. */
final class KnownKeys {
    private final FileLines lines;
    private final List<Fault> unknown = new ArrayList<>();

    private KnownKeys(FileLines lines) {
        this.lines = lines;
    }

    /**
     * Require that all keys are those of a type.
     *
     * @throws RobotFileException naming each that is not
     */
    static void require(FileLines lines, JsonNode node, String path, Type type) {
        KnownKeys keys = new KnownKeys(lines);
        keys.check(node, path, type);
        if (!keys.unknown.isEmpty()) {
            throw new RobotFileException(keys.unknown);
        }
    }

    private void check(JsonNode node, String path, Type type) {
        if (type instanceof Class<?> record && record.isRecord() && node.isObject()) {
            record(node, path, record);
        } else if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                node.properties().forEach(field -> check(field.getValue(), path + "/" + field.getKey(), inner[1]));
            } else if (generic.getRawType() == List.class) {
                for (int i = 0; i < node.size(); i++) {
                    check(node.path(i), path + "/" + i, inner[0]);
                }
            }
        }
    }

    private void record(JsonNode node, String path, Class<?> record) {
        Map<String, Type> known = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            known.put(kebab(component.getName()), component.getGenericType());
        }
        node.properties().forEach(field -> {
            String at = path + "/" + field.getKey();
            Type type = known.get(field.getKey());
            if (type == null) {
                unknown.add(lines.fault(
                        at, "unknown key " + field.getKey() + Suggestion.hint(field.getKey(), known.keySet())));
            } else {
                check(field.getValue(), at, type);
            }
        });
    }

    static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
