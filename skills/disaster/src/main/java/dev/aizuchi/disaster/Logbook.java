package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Argument.Text;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Write down what was told, by its keys and never in the person's own words, and call the leader first where somebody
 * is in danger; immutable.
 *
 * @param atOnce words by which somebody is in danger now
 */
record Logbook(Texts texts, Sayings sayings, Vocabulary atOnce) {
    /** To whom all is passed on. */
    static final String BASE = "leader";

    /** Stands first in an entry that replaces the last one of its kind. */
    private static final String CORRECTION = "corrects=last";

    boolean isUrgent(Turn turn) {
        return atOnce.isIn(sayings.without("nobody", turn.text()));
    }

    Reply urgent(Turn turn, String what) {
        String reason = texts.say("reason." + what, Map.of("details", details(turn)));
        return Reply.perform(new CallHuman(BASE, turn.speaker(), reason, true))
                .then(entry(what, turn))
                .thenSay(texts.say(what + ".called"));
    }

    Reply recorded(String kind, Turn turn) {
        return Reply.perform(entry(kind, turn)).thenSay(texts.say(kind + ".recorded"));
    }

    Own entry(String kind, Turn turn) {
        return new Own("record", List.of(new Text("kind", kind), new Text("entry", details(turn))));
    }

    private String details(Turn turn) {
        String named = new TreeMap<>(turn.slots())
                .entrySet().stream()
                        .map(slot -> slot.getKey() + "=" + slot.getValue())
                        .collect(Collectors.joining(" "));
        String details = named.isEmpty() ? texts.say("no-details") : named;
        return sayings.holds("correction", turn.text()) ? CORRECTION + " " + details : details;
    }
}
