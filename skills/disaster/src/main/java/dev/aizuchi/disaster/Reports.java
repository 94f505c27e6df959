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
import java.util.Optional;
import java.util.stream.Collectors;

/** Write down what is reported and pass it on; whoever is in danger is told of before it is written down. */
final class Reports {
    static final Slot<Integer> INJURED = Slot.number("injured").near(List.of("負傷", "軽傷", "重傷", "怪我", "けが", "ケガ"));
    static final Slot<Integer> TRAPPED =
            Slot.number("trapped").near(List.of("閉じ込め", "下敷き", "埋ま", "生き埋め", "要救助", "挟まれ"));
    static final Slot<Integer> COUNT = Slot.number("count");
    static final Slot<Integer> SUPPLIES = Slot.number("count");
    static final Slot<Integer> RED = Slot.number("red").near(List.of("赤"));
    static final Slot<Integer> YELLOW = Slot.number("yellow").near(List.of("黄"));
    static final Slot<Integer> GREEN = Slot.number("green").near(List.of("緑"));
    static final Slot<Integer> BLACK = Slot.number("black").near(List.of("黒"));
    static final Slot<Double> DEPTH = Slot.amount("depth_cm", "cm");

    private static final String BASE = "leader";

    private final Texts texts;
    private final Slot<String> hazard;
    private final Slot<String> event;
    private final Slot<String> item;
    private final Slot<String> team;
    private final Vocabulary atOnce;

    Reports(
            Texts texts,
            Slot<String> hazard,
            Slot<String> event,
            Slot<String> item,
            Slot<String> team,
            Vocabulary atOnce) {
        this.texts = texts;
        this.hazard = hazard;
        this.event = event;
        this.item = item;
        this.team = team;
        this.atOnce = atOnce;
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

    Reply location(Turn turn) {
        return recorded("location", turn, "location.recorded");
    }

    /** People found, buried or calling for help are told of at once; a count of the injured is written down. */
    Reply casualty(Turn turn) {
        return isUrgent(turn) ? urgent(turn, "casualty") : recorded("casualty", turn, "casualty.recorded");
    }

    Reply triage(Turn turn) {
        return recorded("triage", turn, "triage.recorded");
    }

    Reply supplies(Turn turn) {
        String wanted = turn.find(item).orElse(texts.say("supplies.any"));
        String count = turn.find(SUPPLIES).map(number -> " " + number).orElse("");
        return Reply.perform(new Notify(BASE, texts.say("reason.supplies", Map.of("item", wanted + count))))
                .thenSay(texts.say("supplies.requested", Map.of("item", wanted)));
    }

    Reply ambulance(Turn turn) {
        return urgent(turn, "ambulance");
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
        Slot<String> message = Slot.text("message");
        if (turn.find(message).isEmpty()) {
            return Reply.await(texts.say("which-message"), message);
        }
        String to = turn.find(team).orElse(texts.say("team.base"));
        return Reply.perform(
                        new Notify(BASE, texts.say("reason.message", Map.of("team", to, "message", turn.get(message)))))
                .thenSay(texts.say("message.sent", Map.of("team", to)));
    }

    /** Say a fixed announcement in the language, and call somebody who speaks it. */
    Reply language(Turn turn) {
        String wanted = turn.slots().getOrDefault("lang", "en");
        return Reply.perform(new Notify(BASE, texts.say("reason.language", Map.of("lang", wanted))))
                .thenSay(texts.say("lang." + wanted));
    }

    Reply priority(Turn turn) {
        return recorded("priority", turn, "priority.recorded");
    }

    /** A danger, and a sign of life, is told to the leader before anything else. */
    Reply event(Turn turn) {
        if (turn.find(hazard).isPresent()) {
            return urgent(turn, "hazard");
        }
        // A voice behind a wall may be somebody who waits for help.
        boolean heard = turn.find(event).filter("物音"::equals).isPresent();
        return heard ? urgent(turn, "casualty") : recorded("event", turn, "event.recorded");
    }

    private boolean isUrgent(Turn turn) {
        return atOnce.wordsByValue().values().stream().flatMap(List::stream).anyMatch(turn.text()::contains);
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

    /** Give what was named, by its keys: never the person's own words. */
    private String details(Turn turn) {
        String named = turn.slots().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(slot -> slot.getKey() + "=" + slot.getValue())
                .collect(Collectors.joining(" "));
        return Optional.of(named).filter(text -> !text.isEmpty()).orElse(texts.say("no-details"));
    }
}
