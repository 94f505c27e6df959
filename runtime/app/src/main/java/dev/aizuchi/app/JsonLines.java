package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Answer JSON lines one by one, in order: each an object with a text; a bad line is told by its number on standard
 * error and passed over.
 */
final class JsonLines {
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;

    JsonLines(InputStream in, PrintWriter out, PrintWriter err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /**
     * Answer all lines; gives 0, or 1 when a line was bad. The answerer throws IllegalArgumentException for such a
     * line.
     */
    int answer(BiConsumer<JsonNode, ObjectNode> answerer) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int bad = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    out.println(answer(line, answerer));
                    out.flush();
                } catch (IllegalArgumentException e) {
                    err.println("aizuchi: line " + number + " " + e.getMessage());
                    err.flush();
                    bad++;
                }
            }
        }
        return bad == 0 ? 0 : 1;
    }

    private static ObjectNode answer(String line, BiConsumer<JsonNode, ObjectNode> answerer) {
        JsonNode question;
        try {
            question = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!question.path("text").isTextual()) {
            throw new IllegalArgumentException("has no text \"text\"");
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        if (question.has("id")) {
            answer.set("id", question.get("id"));
        }
        answerer.accept(question, answer);
        return answer;
    }
}
