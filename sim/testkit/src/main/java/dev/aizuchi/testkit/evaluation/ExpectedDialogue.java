package dev.aizuchi.testkit.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Say what is expected of a dialogue, turn by turn.
 *
 * <p>In a file, one JSON object a line, blank lines and lines that begin with {@code #} left out. It is what
 * {@code ./aizuchi converse} takes (id, domain, site, turns) with a kind, and on each turn what is expected of it
 * ({@link ExpectedTurn}). A list means that any of its values is right.
 *
 * @param domain care, reception, disaster …; "" for all skills
 * @param site the floor; "" for the domain's own
 * @param kind the phenomenon, such as correction or ellipsis
 */
public record ExpectedDialogue(String id, String domain, String site, String kind, List<Turn> turns) {
    private static final Set<String> KEYS = Set.of("id", "domain", "site", "kind", "turns");
    private static final Set<String> TURN_KEYS = Set.of("user", "percept", "wait_s", "outcome", "expect");

    /** What happens in a turn, and what is expected of it. */
    public record Turn(ConversedTurn happens, ExpectedTurn expected) {}

    /** Copies the turns. */
    public ExpectedDialogue {
        turns = List.copyOf(turns);
    }

    /**
     * Read a file.
     *
     * @throws EvaluationException when a line cannot be read; names file, line and turn
     */
    public static List<ExpectedDialogue> in(Path file) {
        return JsonRow.in(file, KEYS, ExpectedDialogue::of);
    }

    /** Give what happens, without what is expected. */
    public List<ConversedTurn> happens() {
        return turns.stream().map(Turn::happens).toList();
    }

    private static ExpectedDialogue of(JsonRow row) {
        return new ExpectedDialogue(
                row.text("id"),
                row.text("domain", ""),
                row.text("site", ""),
                row.text("kind", "plain"),
                row.all("turns", "turn", TURN_KEYS).stream()
                        .map(ExpectedDialogue::turn)
                        .toList());
    }

    private static Turn turn(JsonRow row) {
        try {
            return new Turn(ConversedTurn.of(row.node()), ExpectedTurn.of(row.inside("expect", ExpectedTurn.KEYS)));
        } catch (IllegalArgumentException e) {
            throw row.wrong(String.valueOf(e.getMessage()));
        }
    }
}
