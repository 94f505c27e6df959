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
import java.util.function.Function;

/**
 * Answer JSON lines with JSON lines, in order; a bad line is told by its number and left out.
 *
 * @param out where answers go
 * @param err where bad lines are told
 */
record JsonLines(PrintWriter out, PrintWriter err) {
    /** Say in the words of an answer what is wrong with a line. */
    static final class BadLineException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadLineException(String message) {
            super(message);
        }
    }

    /** Answer each line; gives whether all were good. */
    boolean answer(InputStream input, Function<JsonNode, ObjectNode> answers) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        boolean allWell = true;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                allWell &= answer(line, number, answers);
            }
        }
        return allWell;
    }

    private boolean answer(String line, int number, Function<JsonNode, ObjectNode> answers) {
        try {
            JsonNode question = Json.MAPPER.readTree(line);
            ObjectNode answer = Json.MAPPER.createObjectNode();
            if (question.has("id")) {
                answer.set("id", question.get("id"));
            }
            answer.setAll(answers.apply(question));
            out.println(answer);
            out.flush();
            return true;
        } catch (JsonProcessingException e) {
            err.println("aizuchi: line " + number + " is not JSON: " + e.getOriginalMessage());
        } catch (BadLineException e) {
            err.println("aizuchi: line " + number + " " + e.getMessage());
        }
        err.flush();
        return false;
    }

    /** Give a text of a line. */
    static String text(JsonNode question, String key) {
        JsonNode value = question.path(key);
        if (!value.isTextual()) {
            throw new BadLineException("has no text \"" + key + "\"");
        }
        return value.asText();
    }
}
