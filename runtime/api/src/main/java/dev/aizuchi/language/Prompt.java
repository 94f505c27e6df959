package dev.aizuchi.language;

import java.util.List;

/**
 * Ask a language model for an answer.
 *
 * @param system what the model is and how it should speak; the same in each prompt, so that it is read once
 * @param facts what it may tell, one sentence each; they change and come after the system text
 * @param turns the talk so far, oldest first; the last is what a person said
 * @param constraint what form the answer must have
 */
public record Prompt(String system, List<String> facts, List<Message> turns, Constraint constraint) {
    public Prompt {
        facts = List.copyOf(facts);
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.get(turns.size() - 1).speaker() != Speaker.PERSON) {
            throw new IllegalArgumentException("a prompt ends with what a person said");
        }
    }

    /** Ask for free text. */
    public static Prompt of(String system, List<String> facts, List<Message> turns) {
        return new Prompt(system, facts, turns, new Constraint.None());
    }

    /** Bind the answer to a form. */
    public Prompt within(Constraint form) {
        return new Prompt(system, facts, turns, form);
    }

    /** Give the system text with the facts below it, a line each. */
    public String systemWithFacts() {
        StringBuilder text = new StringBuilder(system.strip());
        facts.forEach(fact -> text.append(text.isEmpty() ? "- " : "\n- ").append(fact.strip()));
        return text.toString();
    }

    /** One contribution to the talk. */
    public record Message(Speaker speaker, String text) {}

    /** Tell who speaks. */
    public enum Speaker {
        PERSON,
        ROBOT
    }

    /** Say what form an answer must have. */
    public sealed interface Constraint {
        /** Leave the form to the model. */
        record None() implements Constraint {}

        /** Hold it to a grammar in GBNF, the notation of llama.cpp; its first rule is {@code root}. */
        record Gbnf(String grammar) implements Constraint {}

        /** Hold it to a JSON schema, given as JSON. */
        record JsonSchema(String schema) implements Constraint {}
    }
}
