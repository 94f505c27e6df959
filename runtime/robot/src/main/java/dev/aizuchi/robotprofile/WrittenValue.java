package dev.aizuchi.robotprofile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.aizuchi.bus.Datum;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Bind an expression where it stands in a file; one that is wrong is noted, so that all are told at once. */
final class WrittenValue<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    /** Note where an expression is wrong, and why. */
    record Wrong(String path, String message) {}

    private static final Template.Text NOTHING = new Template.Text(List.of());

    private final transient Function<JsonNode, T> reading;
    private final transient T otherwise;

    private WrittenValue(Class<T> type, Function<JsonNode, T> reading, T otherwise) {
        super(type);
        this.reading = reading;
        this.otherwise = otherwise;
    }

    static SimpleModule module() {
        Datum none = new Datum.Text("");
        return new SimpleModule()
                .addDeserializer(
                        Expression.class,
                        new WrittenValue<>(
                                Expression.class, node -> Expression.parse(scalar(node)), new Expression.Literal(none)))
                .addDeserializer(Template.class, new WrittenValue<>(Template.class, Template::of, Template.NONE))
                .addDeserializer(
                        Template.Text.class,
                        new WrittenValue<>(Template.Text.class, node -> Template.Text.of(scalar(node)), NOTHING))
                .addDeserializer(
                        Datum.class,
                        new WrittenValue<>(
                                Datum.class, node -> Template.of(node).in(Datum.Fields.NONE), none));
    }

    private static String scalar(JsonNode node) {
        if (node.isValueNode()) {
            return node.asText();
        }
        throw new IllegalArgumentException("takes a text");
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonPointer path = parser.getParsingContext().pathAsPointer();
        JsonNode node = parser.readValueAsTree();
        try {
            return reading.apply(node);
        } catch (IllegalArgumentException e) {
            @SuppressWarnings("unchecked")
            List<Wrong> wrong = (List<Wrong>) context.getAttribute(Wrong.class);
            wrong.add(new Wrong(path.toString(), String.valueOf(e.getMessage())));
            return otherwise;
        }
    }
}
