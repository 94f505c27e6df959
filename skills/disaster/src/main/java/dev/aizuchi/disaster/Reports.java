package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.time.LocalTime;
import java.util.List;

/**
 * Write down what is reported; whoever is in danger is told of before it is written down.
 *
 * @param place where it is, by its name as said where the site does not know it
 * @param near words beside which a count of people stands
 */
record Reports(
        Texts texts,
        Sayings sayings,
        Logbook logbook,
        Slot<String> hazard,
        Slot<String> event,
        Slot<Place> place,
        Vocabulary near) {
    static final Slot<Double> DEPTH = Slot.amount("depth_cm", "cm");
    static final Slot<Double> TEMPERATURE = Slot.amount("temp_c", "℃");
    static final Slot<Double> FLOOR = Slot.amount("floor", "階");
    static final Slot<LocalTime> TIME = Slot.time("time");
    private static final List<String> COUNTED = List.of("injured", "trapped", "red", "yellow", "green", "count");

    /** Declare a count of people that stands beside the words for them, or of which there are none. */
    Slot<Integer> people(String name) {
        return Slot.number(name)
                .near(near.wordsByValue().getOrDefault(name, List.of()))
                .implied("0", sayings.optional("none " + name));
    }

    /** Declare how many are of a colour; by itself it is that of one person. */
    Slot<Integer> sorted(String colour) {
        return people(colour).implied("1", sayings.of("one " + colour));
    }

    Reply location(Turn turn) {
        return logbook.recorded("location", turn);
    }

    /**
     * Tell of people at once, unless only their number is reported: who is found, buried or calling for help is never
     * just written down.
     */
    Reply casualty(Turn turn) {
        return logbook.isUrgent(turn) || !isCount(turn)
                ? logbook.urgent(turn, "casualty")
                : logbook.recorded("casualty", turn);
    }

    /** Nobody is left behind by a robot's record. */
    Reply triage(Turn turn) {
        return sayings.holds("abandon", turn.text())
                ? Reply.refuse(texts.say("unsafe"))
                : logbook.recorded("triage", turn);
    }

    Reply priority(Turn turn) {
        return logbook.recorded("priority", turn);
    }

    /** Nobody's first aid is the robot's; who needs it now gets help before the refusal. */
    Reply firstAid(Turn turn) {
        return logbook.isUrgent(turn) && !sayings.holds("in case", turn.text())
                ? logbook.urgent(turn, "casualty").thenSay(texts.say("first-aid"))
                : Reply.refuse(texts.say("first-aid"));
    }

    /** A danger, and a sign of life, is told to the leader before anything else. */
    Reply event(Turn turn) {
        if (turn.find(hazard).isPresent() && !sayings.holds("over", turn.text())) {
            Reply told = logbook.urgent(turn, "hazard");
            return sayings.holds("away", turn.text()) ? told.then(Orders.BACK) : told;
        }
        return logbook.isUrgent(turn) ? logbook.urgent(turn, "casualty") : logbook.recorded("event", turn);
    }

    /**
     * Say again what the robot did and why, where that is asked. Who wants to leave the shelter is neither held back
     * nor let go unseen.
     */
    Reply inform(Turn turn) {
        if (sayings.holds("why", turn.text()) && turn.lastSaid().contains(texts.say("because"))) {
            return Reply.say(turn.lastSaid());
        }
        return sayings.holds("leaving", turn.text())
                ? Reply.perform(new CallHuman(Logbook.BASE, turn.speaker(), texts.say("reason.leaving"), true))
                        .thenSay(texts.say("leaving.called"))
                : Reply.say(texts.say("inform"));
    }

    /** Who fell is told of before a word is said; then the robot asks, and tells of it again when nobody answers. */
    Reply fall(Perceived perceived) {
        Reply again = fall(perceived, "reason.silent").thenSay(texts.say("fall.silent"));
        return fall(perceived, "reason.fall")
                .thenSay(texts.say("fall.called"))
                .thenAskAfter(texts.say("fall.ask"), Reply.say(texts.say("fall.coming")), again);
    }

    private Reply fall(Perceived perceived, String reason) {
        return Reply.perform(new CallHuman(Logbook.BASE, perceived.place(), texts.say(reason), true));
    }

    private boolean isCount(Turn turn) {
        boolean counted = COUNTED.stream().anyMatch(turn.slots()::containsKey);
        return counted || sayings.holds("write down", turn.text());
    }
}
