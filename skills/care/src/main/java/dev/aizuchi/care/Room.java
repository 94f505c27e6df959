package dev.aizuchi.care;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Climate;
import dev.aizuchi.robot.Action.Door;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Action.RaiseBed;
import dev.aizuchi.robot.Argument.Flag;
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

/** Set the room as its resident likes it: light, curtain, door, television, air, bed, and the robot's own voice. */
final class Room {
    static final Slot<Double> ANGLE = Slot.amount("angle_deg", "°");
    static final Slot<Double> TEMPERATURE = Slot.amount("temp_c", "℃");
    static final Slot<Double> CHANGE = Slot.amount("delta_c", "℃");

    private static final Slot<Place> PLACE = Slot.place("place");
    /** A comfortable half-sitting position for who named no angle. */
    private static final double USUAL_ANGLE = 30;

    private static final double ONE_STEP = 1;
    private static final String DOWN = "下";
    private static final String LEGS = "足";

    private final Texts texts;
    private final Slot<String> direction;
    private final Slot<String> part;
    private final Vocabulary words;

    /** Take the words for up and down, for parts of a bed, and those by which warmer, cooler and louder are told. */
    Room(Texts texts, Vocabulary directions, Vocabulary parts, Vocabulary words) {
        this.texts = texts;
        this.words = words;
        direction = Slot.choice("direction", directions);
        part = Slot.choice("part", parts);
    }

    Slot<String> part() {
        return part;
    }

    Slot<String> direction() {
        return direction;
    }

    Reply light(Turn turn, boolean on) {
        String key = on ? "light.on" : "light.off";
        return turn.find(PLACE)
                .filter(place -> !place.equals(turn.speaker()))
                .map(place -> Reply.say(texts.say(key + ".place", Map.of("place", place.name())))
                        .then(new Light(place, on)))
                .orElseGet(() -> Reply.say(texts.say(key)).then(new Light(turn.speaker(), on)));
    }

    /**
     * Move the back rest; the gate asks before the bed moves with a person in it. What else of a bed can be moved is
     * for staff to move.
     */
    Reply bed(Turn turn) {
        if (turn.find(part).filter(LEGS::equals).isPresent()) {
            String message =
                    texts.say("reason.bed", Map.of("place", turn.speaker().name()));
            return Reply.ask(
                    texts.say("bed.legs"),
                    Reply.perform(new Notify("caregiver", message)).thenSay(texts.say("bed.told")),
                    Reply.say(texts.say("offer.cancelled")));
        }
        boolean down = turn.find(direction).filter(DOWN::equals).isPresent();
        double angle = turn.find(ANGLE).orElse(down ? 0 : USUAL_ANGLE);
        return Reply.say(texts.say("bed.moving")).then(new RaiseBed(angle)).thenSay(texts.say("bed.done"));
    }

    Reply blanket(String how) {
        return Reply.say(texts.say("blanket." + how))
                .then(new Own("blanket", List.of(new Text("kind", how))))
                .thenSay(texts.say("blanket.done"));
    }

    /** Change the air by as much as was said, or a little; a temperature by its number is for staff to set. */
    Reply aircon(Turn turn) {
        Optional<Double> temperature = turn.find(TEMPERATURE);
        if (temperature.isPresent()) {
            String message = texts.say(
                    "reason.temperature",
                    Map.of("place", turn.speaker().name(), "temp", Long.toString(Math.round(temperature.get()))));
            return Reply.perform(new Notify("caregiver", message)).thenSay(texts.say("aircon.told"));
        }
        Optional<Double> change = turn.find(CHANGE);
        boolean cooler = tells("cooler", turn);
        if (change.isEmpty() && !cooler && !tells("warmer", turn)) {
            return Reply.await(texts.say("aircon.which"), TEMPERATURE);
        }
        double delta = change.orElse(cooler ? -ONE_STEP : ONE_STEP);
        return Reply.say(texts.say(delta < 0 ? "aircon.cooler" : "aircon.warmer"))
                .then(new Climate(delta));
    }

    Reply curtain(Turn turn, boolean open) {
        return Reply.say(texts.say(open ? "curtain.open" : "curtain.close"))
                .then(switched("curtain", turn, "open", open));
    }

    Reply door(Turn turn, boolean open) {
        return Reply.say(texts.say(open ? "door.open" : "door.close")).then(new Door(turn.speaker(), open));
    }

    Reply television(Turn turn, boolean on) {
        return Reply.say(texts.say(on ? "tv.on" : "tv.off")).then(switched("television", turn, "on", on));
    }

    /** Change the voice first, so that the answer is heard as was asked, and so is what was not understood. */
    Reply voice(Turn turn) {
        boolean louder = tells("louder", turn);
        Reply answer = speak(louder ? "louder" : "slower").thenSay(texts.say(louder ? "voice.louder" : "voice.slower"));
        return turn.lastSaid().isBlank() ? answer : answer.thenSay(turn.lastSaid());
    }

    Reply quiet() {
        return speak("softer").thenSay(texts.say("voice.quiet"));
    }

    private static Reply speak(String style) {
        return Reply.perform(new Own("voice", List.of(new Text("style", style))));
    }

    private static Action switched(String act, Turn turn, String what, boolean value) {
        return new Own(act, List.of(new Text("place", turn.speaker().name()), new Flag(what, value)));
    }

    private boolean tells(String what, Turn turn) {
        return words.wordsByValue().getOrDefault(what, List.of()).stream().anyMatch(turn.text()::contains);
    }
}
