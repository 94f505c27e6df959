package dev.aizuchi.llama;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Constraint;
import dev.aizuchi.language.Prompt.Message;

/**
 * Write the request for an answer.
 *
 * <p>Source: the chat completions of the OpenAI API, with the additions of llama-server ({@code grammar},
 * {@code cache_prompt}) and vLLM ({@code guided_grammar}).
 */
record ChatRequest(ServerSettings settings) {

    /**
     * Give the request's body.
     *
     * @throws IllegalArgumentException when this server cannot keep to the form
     */
    String body(Prompt prompt, Constraint form, int tokens) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        // Servers with one model take any name, but some refuse a request without one.
        body.put("model", settings.model() == null ? "default" : settings.model());
        messages(body.putArray("messages"), prompt);
        body.put("max_tokens", tokens);
        body.put("temperature", settings.temperature());
        body.put("seed", settings.seed());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        if (settings.server().equals("llama-server")) {
            body.put("cache_prompt", true);
        }
        if (form instanceof Constraint.JsonSchema schema) {
            ObjectNode response = body.putObject("response_format").put("type", "json_schema");
            response.putObject("json_schema")
                    .put("name", "answer")
                    .put("strict", true)
                    .set("schema", Constraints.schema(schema.schema()));
        } else if (form instanceof Constraint.Gbnf gbnf) {
            body.put(grammarKey(), gbnf.grammar());
        }
        return body.toString();
    }

    private String grammarKey() {
        return switch (settings.server()) {
            case "llama-server" -> "grammar";
            case "vllm" -> "guided_grammar";
            default ->
                throw new IllegalArgumentException(
                        "a grammar is known to llama-server and vllm alone: name one of them as"
                                + " server, or give a JSON schema");
        };
    }

    private static void messages(ArrayNode messages, Prompt prompt) {
        String instructions = PromptFormat.instructions(prompt);
        if (!instructions.isEmpty()) {
            messages.addObject().put("role", "system").put("content", instructions);
        }
        for (Message turn : prompt.turns()) {
            messages.addObject()
                    .put("role", PromptFormat.role(turn))
                    .put("content", PromptFormat.harmless(turn.text()));
        }
    }
}
