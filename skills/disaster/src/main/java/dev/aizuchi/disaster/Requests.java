package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import java.util.Map;

/**
 * Pass on what a team wants of its base: supplies, an ambulance, a roll call, a message.
 *
 * @param team whose roll is called
 * @param to to whom a message goes; everybody may be meant
 */
record Requests(
        Texts texts,
        Sayings sayings,
        Logbook logbook,
        Slot<String> item,
        Slot<String> team,
        Slot<String> to,
        Slot<String> message) {
    static final Slot<Integer> COUNT = Slot.number("count");

    /**
     * Order what was named; the answer waits for the request alone, and it is written down behind it. 「意識がなくなった」 is
     * worded like a want, yet names somebody in danger.
     */
    Reply supplies(Turn turn) {
        if (turn.find(item).isEmpty() && logbook.isUrgent(turn)) {
            return logbook.urgent(turn, "casualty");
        }
        if (sayings.holds("enough", turn.text())) {
            return Reply.say(texts.say("supplies.declined"));
        }
        if (turn.find(item).isEmpty() && sayings.holds("unnamed", turn.text())) {
            return Reply.await(texts.say("which-item"), item);
        }
        String wanted = turn.find(item).orElse(texts.say("supplies.any"));
        String count = turn.find(COUNT).map(number -> " " + number).orElse("");
        return tell("supplies", Map.of("item", wanted + count))
                .thenLater(turn.now(), Reply.perform(logbook.entry("supplies", turn)))
                .thenSay(texts.say("supplies.requested", Map.of("item", wanted)));
    }

    /** Call unless it was said not to, and nobody is in danger. */
    Reply ambulance(Turn turn) {
        return sayings.holds("not called", turn.text()) && !logbook.isUrgent(turn)
                ? Reply.say(texts.say("ambulance.declined"))
                : logbook.urgent(turn, "ambulance");
    }

    Reply rollCall(Turn turn) {
        Map<String, String> who = Map.of("team", turn.find(team).orElse(texts.say("team.all")));
        return tell("roll-call", who).thenSay(texts.say("roll-call", who));
    }

    Reply status() {
        return tell("status", Map.of()).thenSay(texts.say("status.sent"));
    }

    /** The words are the message: they are sent because the person wants them sent. */
    Reply message(Turn turn) {
        if (sayings.holds("not told", turn.text())) {
            return Reply.say(texts.say("message.declined"));
        }
        String whom = turn.find(to).orElse(texts.say("team.base"));
        return turn.find(message)
                .map(words -> tell("message", Map.of("team", whom, "message", words))
                        .thenSay(texts.say("message.sent", Map.of("team", whom))))
                .orElseGet(() -> Reply.await(texts.say("which-message"), message));
    }

    /** Tell that somebody is needed who speaks a language. */
    Reply speaker(String lang) {
        return tell("language", Map.of("lang", lang));
    }

    private Reply tell(String what, Map<String, String> values) {
        return Reply.perform(new Notify(Logbook.BASE, texts.say("reason." + what, values)));
    }
}
