package dev.aizuchi.core;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.mask.Masked;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.speech.Recognition;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Write events as JSON: {@code event} names the kind in snake case, times are ISO 8601, lengths in milliseconds.
 *
 * <p>Without speech texts, what was said by anyone is left out, and so are the words that a skill put into a message.
 * With masked ones, personal data in them and in the arguments of acts are placeholders; with a seal, {@code …_sealed}
 * beside such a text holds what they stand for. For one thread.
 */
public final class EventJson {
    /** Names of what holds a person's words or may tell of their health. */
    private static final Set<String> PERSONAL = Set.of("text", "slots", "message", "reason", "recognition");

    private final ObjectMapper mapper = new ObjectMapper();
    private final SpeechTexts speechTexts;
    private final Optional<Seal> seal;
    /** Loads a dictionary, so only where it is needed. */
    private final Optional<Masker> masker;

    /**
     * Choose how much of people's words to write.
     *
     * @param seal keeps what was masked beside the text; without it, masking is for good
     */
    public EventJson(SpeechTexts speechTexts, Optional<Seal> seal) {
        this.speechTexts = speechTexts;
        this.seal = seal;
        this.masker = speechTexts == SpeechTexts.MASKED ? Optional.of(new Masker()) : Optional.empty();
    }

    /** Write an event. */
    public ObjectNode of(DialogueEvent event) {
        ObjectNode json = mapper.createObjectNode();
        json.put("event", snake(event.getClass().getSimpleName()));
        putRecord(json, event);
        return json;
    }

    private void putRecord(ObjectNode json, Object value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                put(json, snake(component.getName()), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("event records are public", e);
            }
        }
    }

    private void put(ObjectNode json, String name, Object value) {
        if (value instanceof Action action) {
            put(json, "action", action.name());
            putAll(json.putObject("arguments"), action.arguments());
        } else if (value instanceof Percept percept) {
            putPercept(json, percept);
        } else if (isPersonal(name, value)) {
            return;
        } else if (value instanceof Recognition recognition) {
            putText(json, "text", recognition.text());
            json.put("confidence", recognition.confidence());
        } else if (value instanceof Duration length) {
            json.put(name + "_ms", length.toMillis());
        } else if (value instanceof Instant instant) {
            json.put(name, instant.toString());
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode object = json.putObject(name);
            // In one order: a map's own is another in each process.
            map.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                    .forEach(entry -> putText(
                            object, entry.getKey().toString(), entry.getValue().toString()));
        } else if (value instanceof String text && PERSONAL.contains(name)) {
            putText(json, name, text);
        } else if (value instanceof Enum<?> constant) {
            json.put(name, constant.name());
        } else {
            json.set(name, mapper.valueToTree(value));
        }
    }

    private void putPercept(ObjectNode json, Percept percept) {
        json.put("percept", percept.kind());
        if (percept instanceof Percept.Own own) {
            putAll(json, own.arguments());
        } else {
            putRecord(json, percept);
        }
    }

    private void putAll(ObjectNode json, List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Text text) {
                putArgument(json, text);
            } else if (argument instanceof Argument.Measure measure) {
                json.put(measure.name(), measure.value());
            } else if (argument instanceof Argument.Flag flag) {
                json.put(flag.name(), flag.value());
            }
        }
    }

    private void putArgument(ObjectNode json, Argument.Text text) {
        if (!isPersonal(text.name(), text.value())) {
            putText(json, text.name(), text.value());
        }
    }

    private void putText(ObjectNode json, String name, String text) {
        if (masker.isEmpty()) {
            json.put(name, text);
            return;
        }
        Masked masked = masker.get().mask(text);
        json.put(name, masked.text());
        if (!masked.found().isEmpty()) {
            seal.ifPresent(key -> json.put(name + "_sealed", Base64.getEncoder().encodeToString(key.seal(masked))));
        }
    }

    /** A fault's message and a refusal's reason are our own sentences; the same names elsewhere hold a person's. */
    private boolean isPersonal(String name, Object value) {
        return speechTexts == SpeechTexts.NONE && PERSONAL.contains(name) && !(value instanceof Enum<?>);
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }
}
