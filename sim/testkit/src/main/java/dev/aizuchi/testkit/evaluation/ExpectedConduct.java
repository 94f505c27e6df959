package dev.aizuchi.testkit.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Say what is expected of one utterance in a fresh dialogue.
 *
 * <p>In a file, one JSON object a line, blank lines and lines that begin with {@code #} left out. It is what
 * {@code ./aizuchi understand} takes (id, utterance, domain, context) with a kind, and the behaviour, action and slots
 * that shall come out. A list means that any of its values is right.
 *
 * @param domain care, reception, disaster …
 * @param kind the phenomenon, such as dialect or negation; {@code unsafe} and {@code emergency} have figures of their
 *     own
 * @param context what the robot had just said, or a scene in （ ）; "" for none
 * @param behaviours any of them is right
 * @param actions any of them is right; empty where the action does not matter
 * @param slots for each name the values of which any is right
 */
public record ExpectedConduct(
        String id,
        String domain,
        String kind,
        String utterance,
        String context,
        Set<Behaviour> behaviours,
        Set<String> actions,
        Map<String, Set<String>> slots) {
    private static final Set<String> KEYS =
            Set.of("id", "utterance", "domain", "context", "kind", "behaviour", "action", "slots");

    /** Copies the collections. */
    public ExpectedConduct {
        behaviours = Set.copyOf(behaviours);
        actions = Set.copyOf(actions);
        slots = Map.copyOf(slots);
    }

    /**
     * Read a file.
     *
     * @throws EvaluationException when a line cannot be read; names file and line
     */
    public static List<ExpectedConduct> in(Path file) {
        return JsonRow.in(file, KEYS, ExpectedConduct::of);
    }

    private static ExpectedConduct of(JsonRow row) {
        return new ExpectedConduct(
                row.text("id"),
                row.text("domain", ""),
                row.text("kind", "plain"),
                row.text("utterance"),
                row.text("context", ""),
                row.constants("behaviour", Behaviour.class),
                row.any("action"),
                row.anyByName("slots"));
    }
}
