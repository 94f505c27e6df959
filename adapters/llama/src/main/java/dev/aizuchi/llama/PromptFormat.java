package dev.aizuchi.llama;

import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Message;
import dev.aizuchi.language.Prompt.Speaker;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Write a prompt as a model was trained to read it.
 *
 * <p>Sources: the chat templates of Qwen 2.5 (ChatML), Gemma 3 and Llama 3 as their model cards print them.
 */
enum PromptFormat {
    /** The template that stands in the model's own file. */
    TEMPLATE(""),
    /** Qwen and what grew from it, TinySwallow among them. */
    CHATML("<|im_end|>"),
    GEMMA("<end_of_turn>"),
    LLAMA3("<|eot_id|>"),
    /** For a model that was never taught to talk: questions and answers, a line each. */
    PLAIN("\n");

    /** Marks by which a text could pretend to be another turn, of whichever model. */
    private static final Pattern MARKS = Pattern.compile(
            "<\\|[^|<>]{0,40}\\|>|</?s>|<(?:start|end)_of_turn>|<(?:bos|eos|pad|unk)>" + "|\\[/?INST\\]|<</?SYS>>");

    private final String stop;

    PromptFormat(String stop) {
        this.stop = stop;
    }

    /**
     * Find a format by its name in a configuration.
     *
     * @throws IllegalArgumentException when there is none; names the known ones
     */
    static PromptFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no prompt format is called " + name + "; known are "
                        + Arrays.stream(values()).map(PromptFormat::key).collect(Collectors.joining(", "))));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Give the text that ends an answer; empty where the model's own token does. */
    String stop() {
        return stop;
    }

    /** Give the role's name in templates and in the protocol of servers. */
    static String role(Message message) {
        return message.speaker() == Speaker.PERSON ? "user" : "assistant";
    }

    /** Give a text without marks and line breaks, so that whoever said it cannot speak for anybody else. */
    static String harmless(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = MARKS.matcher(before).replaceAll("");
        } while (!after.equals(before));
        return after.replaceAll("\\R", " ").strip();
    }

    /** Write a prompt; not for {@link #TEMPLATE}, which only the model knows. */
    String write(Prompt prompt) {
        return switch (this) {
            case CHATML ->
                turns(prompt, "<|im_start|>system\n%s<|im_end|>\n", "<|im_start|>%s\n%s<|im_end|>\n")
                        + "<|im_start|>assistant\n";
            case LLAMA3 ->
                turns(
                                prompt,
                                "<|start_header_id|>system<|end_header_id|>\n\n%s<|eot_id|>",
                                "<|start_header_id|>%s<|end_header_id|>\n\n%s<|eot_id|>")
                        + "<|start_header_id|>assistant<|end_header_id|>\n\n";
            case GEMMA -> gemma(prompt);
            case PLAIN -> plain(prompt);
            case TEMPLATE -> throw new IllegalStateException("only the model knows its template");
        };
    }

    private static String turns(Prompt prompt, String system, String turn) {
        String instructions = instructions(prompt);
        StringBuilder text =
                new StringBuilder(instructions.isEmpty() ? "" : String.format(Locale.ROOT, system, instructions));
        for (Message message : prompt.turns()) {
            text.append(String.format(Locale.ROOT, turn, role(message), harmless(message.text())));
        }
        return text.toString();
    }

    /** Gemma has no system turn: its template puts the text before the first turn's. */
    private static String gemma(Prompt prompt) {
        StringBuilder text = new StringBuilder();
        String before = instructions(prompt).isEmpty() ? "" : instructions(prompt) + "\n\n";
        for (Message message : prompt.turns()) {
            String role = message.speaker() == Speaker.PERSON ? "user" : "model";
            text.append("<start_of_turn>" + role + "\n" + before + harmless(message.text()) + "<end_of_turn>\n");
            before = "";
        }
        return text.append("<start_of_turn>model\n").toString();
    }

    private static String plain(Prompt prompt) {
        String instructions = instructions(prompt);
        StringBuilder text = new StringBuilder(instructions.isEmpty() ? "" : instructions + "\n\n");
        for (Message message : prompt.turns()) {
            text.append(message.speaker() == Speaker.PERSON ? "Q: " : "A: ")
                    .append(harmless(message.text()))
                    .append('\n');
        }
        return text.append("A:").toString();
    }

    /** The instructions are the product's own, but facts may come from elsewhere. */
    static String instructions(Prompt prompt) {
        return MARKS.matcher(prompt.systemWithFacts()).replaceAll("");
    }
}
