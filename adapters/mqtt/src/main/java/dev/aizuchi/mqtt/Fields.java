package dev.aizuchi.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Read a JSON object strictly: a field that is absent or of another type is an error, one that is not asked for is not.
 *
 * <p>What a stranger sends is bounded before it is parsed, in size and depth.
 */
final class Fields {
    static final int MAX_PAYLOAD = 64 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(8 * 1024)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;

    private Fields(JsonNode node) {
        this.node = node;
    }

    static Fields parse(byte[] payload) throws MalformedException {
        if (payload.length > MAX_PAYLOAD) {
            throw new MalformedException("longer than " + MAX_PAYLOAD + " bytes");
        }
        try {
            JsonNode node = MAPPER.readTree(payload);
            if (node == null || !node.isObject()) {
                throw new MalformedException("not a JSON object");
            }
            return new Fields(node);
        } catch (IOException e) {
            throw new MalformedException("not JSON");
        }
    }

    /** Read a text that may be empty. */
    String text(String name) throws MalformedException {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new MalformedException(name + " is not a text");
        }
        return value.textValue();
    }

    /** Read a text that holds something. */
    String word(String name) throws MalformedException {
        String text = text(name);
        if (text.isBlank()) {
            throw new MalformedException(name + " is blank");
        }
        return text;
    }

    double number(String name) throws MalformedException {
        JsonNode value = node.path(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new MalformedException(name + " is not a finite number");
        }
        return value.doubleValue();
    }

    /** Read a part from 0 to 1. */
    double part(String name) throws MalformedException {
        double number = number(name);
        if (number < 0 || number > 1) {
            throw new MalformedException(name + " is not from 0 to 1");
        }
        return number;
    }

    long whole(String name) throws MalformedException {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new MalformedException(name + " is not a whole number");
        }
        return value.longValue();
    }

    boolean flag(String name) throws MalformedException {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw new MalformedException(name + " is not true or false");
        }
        return value.booleanValue();
    }

    Instant instant(String name) throws MalformedException {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new MalformedException(name + " is not a time in ISO 8601, UTC");
        }
    }

    /** Read a constant, written in snake case. */
    <E extends Enum<E>> E constant(String name, Class<E> type) throws MalformedException {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (lower(constant).equals(text)) {
                return constant;
            }
        }
        throw new MalformedException(name + " is none of the known words");
    }

    /** Write it again. */
    byte[] bytes() {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    Fields object(String name) throws MalformedException {
        JsonNode value = node.path(name);
        if (!value.isObject()) {
            throw new MalformedException(name + " is not an object");
        }
        return new Fields(value);
    }

    List<Fields> objects(String name) throws MalformedException {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isObject()) {
                throw new MalformedException(name + " holds something else than objects");
            }
            objects.add(new Fields(value));
        }
        return objects;
    }

    List<String> words(String name) throws MalformedException {
        List<String> words = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isTextual()) {
                throw new MalformedException(name + " holds something else than texts");
            }
            words.add(value.textValue());
        }
        return words;
    }

    /** Give the names of the fields in their order. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    boolean isText(String name) {
        return node.path(name).isTextual();
    }

    boolean isFlag(String name) {
        return node.path(name).isBoolean();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private JsonNode array(String name) throws MalformedException {
        JsonNode value = node.path(name);
        if (!value.isArray()) {
            throw new MalformedException(name + " is not a list");
        }
        return value;
    }
}
