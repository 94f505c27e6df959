package dev.aizuchi.llama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Constraint;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Find the form that an answer must have, and see that it can be had. */
final class Constraints {
    private final Constraint usual;

    private Constraints(Constraint usual) {
        this.usual = usual;
    }

    /**
     * Read the form for prompts that bring none.
     *
     * @throws AdapterException when the file cannot be read or is no grammar and no schema
     */
    static Constraints of(@Nullable Path file) {
        if (file == null) {
            return new Constraints(new Constraint.None());
        }
        try {
            String text = Files.readString(file);
            Constraint form =
                    file.toString().endsWith(".json") ? new Constraint.JsonSchema(text) : new Constraint.Gbnf(text);
            check(form);
            return new Constraints(form);
        } catch (IOException | IllegalArgumentException e) {
            throw new AdapterException(
                    "grammar " + file + ": " + e.getMessage() + "; mend it, or leave grammar out of the settings", e);
        }
    }

    /**
     * Give the form for a prompt.
     *
     * @throws IllegalArgumentException when it is no grammar or no schema
     */
    Constraint of(Prompt prompt) {
        Constraint form = prompt.constraint() instanceof Constraint.None ? usual : prompt.constraint();
        check(form);
        return form;
    }

    private static void check(Constraint form) {
        if (form instanceof Constraint.Gbnf gbnf) {
            Gbnf.check(gbnf.grammar());
        } else if (form instanceof Constraint.JsonSchema schema) {
            schema(schema.schema());
        }
    }

    /** Read a JSON schema. */
    static JsonNode schema(String text) {
        try {
            JsonNode schema = Json.MAPPER.readTree(text);
            if (schema.isObject()) {
                return schema;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the JSON schema is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the JSON schema is no object");
    }
}
