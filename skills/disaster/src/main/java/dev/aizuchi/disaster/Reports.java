package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Argument.Text;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Write down what is reported and pass it on; whoever is in danger is told of before it is written down. */
final class Reports {
    static final Slot<Integer> COUNT = Slot.number("count");
    static final Slot<Double> DEPTH = Slot.amount("depth_cm", "cm");

    /** Stands first in an entry that replaces the last one of its kind. */
    private static final String CORRECTION = "corrects=last";

    private static final String BASE = "leader";
    private static final List<String> COUNTED = List.of("injured", "trapped", "red", "yellow", "green", "count");

    private final Texts texts;
    private final Slot<String> hazard;
    private final Slot<String> event;
    private final Slot<String> item;
    private final Slot<String> team;
    private final Slot<String> message;
    private final Vocabulary atOnce;
    private final Vocabulary near;
    private final Sayings sayings;

    Reports(
            Texts texts,
            Sayings sayings,
            Slot<String> hazard,
            Slot<String> event,
            Slot<String> item,
            Slot<String> team,
            Vocabulary atOnce,
            Vocabulary near) {
        this.texts = texts;
        this.sayings = sayings;
        this.hazard = hazard;
        this.event = event;
        this.item = item;
        this.team = team;
        message = Slot.text("message", sayings.of("message"));
        this.atOnce = atOnce;
        this.near = near;
    }

    /** Declare a count of people that stands beside the words for them. */
    Slot<Integer> people(String name) {
        return Slot.number(name).near(near.wordsByValue().getOrDefault(name, List.of()));
    }

    Slot<String> hazard() {
        return hazard;
    }

    Slot<String> event() {
        return event;
    }

    Slot<String> item() {
        return item;
    }

    Slot<String> team() {
        return team;
    }

    Slot<String> message() {
        return message;
    }

    Reply location(Turn turn) {
        return recorded("location", turn, "location.recorded");
    }

    /**
     * Tell of people at once, unless only their number is reported: who is found, buried or calling for help is never
     * just written down.
     */
    Reply casualty(Turn turn) {
        return isUrgent(turn) || !isCount(turn)
                ? urgent(turn, "casualty")
                : recorded("casualty", turn, "casualty.recorded");
    }

    /** Nobody is left behind by a robot's record. */
    Reply triage(Turn turn) {
        if (sayings.holds("abandon", turn.text())) {
            return Reply.refuse(texts.say("unsafe"));
        }
        return recorded("triage", turn, "triage.recorded");
    }

    /**
     * Order what was named; the answer waits for the request alone, and it is written down behind it. 「意識がなくなった」 is
     * worded like a want, yet names somebody in danger.
     */
    Reply supplies(Turn turn) {
        if (turn.find(item).isEmpty() && isUrgent(turn)) {
            return urgent(turn, "casualty");
        }
        if (sayings.holds("enough", turn.text())) {
            return Reply.say(texts.say("supplies.declined"));
        }
        if (turn.find(item).isEmpty() && sayings.holds("unnamed", turn.text())) {
            return Reply.await(texts.say("which-item"), item);
        }
        String wanted = turn.find(item).orElse(texts.say("supplies.any"));
        String count = turn.find(COUNT).map(number -> " " + number).orElse("");
        return Reply.perform(new Notify(BASE, texts.say("reason.supplies", Map.of("item", wanted + count))))
                .thenLater(turn.now(), Reply.perform(record("supplies", details(turn))))
                .thenSay(texts.say("supplies.requested", Map.of("item", wanted)));
    }

    /** Call unless it was said not to, and nobody is in danger. */
    Reply ambulance(Turn turn) {
        return sayings.holds("not called", turn.text()) && !isUrgent(turn)
                ? Reply.say(texts.say("ambulance.declined"))
                : urgent(turn, "ambulance");
    }

    Reply rollCall(Turn turn) {
        String who = turn.find(team).orElse(texts.say("team.all"));
        return Reply.perform(new Notify(BASE, texts.say("reason.roll-call", Map.of("team", who))))
                .thenSay(texts.say("roll-call", Map.of("team", who)));
    }

    Reply status() {
        return Reply.perform(new Notify(BASE, texts.say("reason.status"))).thenSay(texts.say("status.sent"));
    }

    /** The words are the message: they are sent because the person wants them sent. */
    Reply message(Turn turn) {
        if (sayings.holds("not told", turn.text())) {
            return Reply.say(texts.say("message.declined"));
        }
        String to = turn.find(team).orElse(texts.say("team.base"));
        return turn.find(message)
                .map(words -> Reply.perform(
                                new Notify(BASE, texts.say("reason.message", Map.of("team", to, "message", words))))
                        .thenSay(texts.say("message.sent", Map.of("team", to))))
                .orElseGet(() -> Reply.await(texts.say("which-message"), message));
    }

    /** Tell the leader that somebody is needed who speaks a language. */
    Notify speaker(String lang) {
        return new Notify(BASE, texts.say("reason.language", Map.of("lang", lang)));
    }

    Reply priority(Turn turn) {
        return recorded("priority", turn, "priority.recorded");
    }

    /** A danger, and a sign of life, is told to the leader before anything else. */
    Reply event(Turn turn) {
        if (turn.find(hazard).isPresent() && !sayings.holds("over", turn.text())) {
            return urgent(turn, "hazard");
        }
        return isUrgent(turn) ? urgent(turn, "casualty") : recorded("event", turn, "event.recorded");
    }

    /** Who wants to leave the shelter is neither held back nor let go unseen. */
    Reply inform(Turn turn) {
        return sayings.holds("leaving", turn.text())
                ? Reply.perform(new CallHuman(BASE, turn.speaker(), texts.say("reason.leaving"), true))
                        .thenSay(texts.say("leaving.called"))
                : Reply.say(texts.say("inform"));
    }

    private boolean isCount(Turn turn) {
        boolean counted = COUNTED.stream().anyMatch(turn.slots()::containsKey);
        return counted || sayings.holds("write down", turn.text());
    }

    private boolean isUrgent(Turn turn) {
        String text = sayings.without("nobody", turn.text());
        return atOnce.wordsByValue().values().stream().flatMap(List::stream).anyMatch(text::contains);
    }

    private Reply urgent(Turn turn, String what) {
        Place place = turn.speaker();
        String details = details(turn);
        return Reply.perform(new CallHuman(BASE, place, texts.say("reason." + what, Map.of("details", details)), true))
                .then(record(what, details))
                .thenSay(texts.say(what + ".called"));
    }

    private Reply recorded(String kind, Turn turn, String said) {
        return Reply.perform(record(kind, details(turn))).thenSay(texts.say(said));
    }

    private static Own record(String kind, String entry) {
        return new Own("record", List.of(new Text("kind", kind), new Text("entry", entry)));
    }

    /** Give what was named, by its keys: never the person's own words. What puts the last report right says so. */
    private String details(Turn turn) {
        String named = turn.slots().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> slot.getKey() + "=" + slot.getValue())
                .collect(Collectors.joining(" "));
        String details = named.isEmpty() ? texts.say("no-details") : named;
        return sayings.holds("correction", turn.text()) ? CORRECTION + " " + details : details;
    }
}
