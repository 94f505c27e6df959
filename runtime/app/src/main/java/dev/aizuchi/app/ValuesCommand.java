package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.value.FoundValue;
import dev.aizuchi.japanese.value.Value;
import dev.aizuchi.japanese.value.Values;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Find the values in texts from standard input. */
@Command(
        name = "values",
        mixinStandardHelpOptions = true,
        description = {
            "Find numbers, times and other values in text: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\",\"reference\"?}, reference being the time at which it was said, ISO 8601.",
            "Out: {\"id\",\"normalized\",\"values\":[{\"start\",\"end\",\"surface\",\"kind\",\"value\",\"unit\"?,\"alternatives\"?}]}.",
            "A bad line is told by its number on standard error and passed over."
        })
final class ValuesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Values values = new Values(new Morphology());
        return new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr())
                        .answer(System.in, question -> find(values, question))
                ? 0
                : 1;
    }

    static ObjectNode find(Values values, JsonNode question) {
        String text = JsonLines.text(question, "text");
        LocalDateTime reference = reference(question.path("reference"));
        Values.Findings found = reference == null ? values.find(text) : values.find(text, reference);
        ObjectNode answer = Json.MAPPER.createObjectNode().put("normalized", found.normalized());
        ArrayNode list = answer.putArray("values");
        found.values().forEach(value -> write(value, list.addObject()));
        return answer;
    }

    private static @Nullable LocalDateTime reference(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.asText();
        try {
            if (text.length() <= "2024-01-01".length()) {
                return LocalDate.parse(text).atStartOfDay();
            }
            boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-][0-9:]+");
            return zoned ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new JsonLines.BadLineException("has a \"reference\" that is no ISO 8601 time: " + text);
        }
    }

    private static void write(FoundValue found, ObjectNode into) {
        into.put("start", found.start());
        into.put("end", found.end());
        into.put("surface", found.surface());
        into.put("kind", found.kind().wireName());
        write(found.value(), into);
        if (found.alternatives().isEmpty()) {
            return;
        }
        ArrayNode alternatives = into.putArray("alternatives");
        for (FoundValue.Alternative other : found.alternatives()) {
            boolean alike = other.kind() == found.kind()
                    && other.value().unit().equals(found.value().unit());
            if (alike && other.value() instanceof Value.Amount amount) {
                alternatives.add(amount.number());
            } else if (alike) {
                alternatives.add(other.value().wire());
            } else {
                write(
                        other.value(),
                        alternatives.addObject().put("kind", other.kind().wireName()));
            }
        }
    }

    private static void write(Value value, ObjectNode into) {
        if (value instanceof Value.Amount amount) {
            into.put("value", amount.number());
        } else {
            into.put("value", value.wire());
        }
        if (!value.unit().isEmpty()) {
            into.put("unit", value.unit());
        }
    }
}
