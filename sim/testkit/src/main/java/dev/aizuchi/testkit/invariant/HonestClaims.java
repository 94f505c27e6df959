package dev.aizuchi.testkit.invariant;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.Claims;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Say 〜ました of no act that has not ended. One that ended since the last claim may be the one that is told of, also while
 * another is under way.
 */
public final class HonestClaims implements Invariant {
    private static final Claims CLAIMS = Claims.standard();

    /** An act that was ordered in a turn. */
    private record Act(long turn, String name) {}

    private final Map<String, Act> running = new HashMap<>();
    private boolean untold;

    @Override
    public Optional<String> happened(DialogueEvent event) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            running.put(
                    commanded.commandId(),
                    new Act(commanded.turn(), commanded.action().name()));
        } else if (event instanceof DialogueEvent.Completed completed) {
            running.remove(completed.commandId());
            untold = true;
        } else if (event instanceof DialogueEvent.Failed failed) {
            running.remove(failed.commandId());
            // That it was broken off is told, and is no claim.
            untold = true;
        } else if (event instanceof DialogueEvent.Said said && !said.smallTalk()) {
            return said(said);
        }
        return Optional.empty();
    }

    private Optional<String> said(DialogueEvent.Said said) {
        Optional<Act> early =
                running.values().stream().filter(act -> act.turn == said.turn()).findFirst();
        if (early.isEmpty() || !CLAIMS.claimsDone(said.text())) {
            return Optional.empty();
        }
        boolean honest = untold;
        untold = false;
        return honest
                ? Optional.empty()
                : early.map(act -> "「" + said.text() + "」 was said before " + act.name + " had ended");
    }
}
