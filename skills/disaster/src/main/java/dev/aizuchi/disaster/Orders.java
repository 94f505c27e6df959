package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Look;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Action.Rotate;
import dev.aizuchi.robot.Argument.Flag;
import dev.aizuchi.robot.Argument.Measure;
import dev.aizuchi.robot.Argument.Text;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import java.util.List;
import java.util.Map;

/** Carry out what a leader orders; each order is read back in few words before the robot moves. */
final class Orders {
    static final Slot<Double> DISTANCE = Slot.amount("distance_m", "m");
    static final Slot<Double> ANGLE = Slot.amount("angle_deg", "°");
    static final Slot<Place> PLACE = Slot.place("place");

    /** A step that a leader can watch, where none was named. */
    private static final double USUAL_DISTANCE = 1;

    private static final double QUARTER = 90;
    private static final double SLOW_PERCENT = 30;

    private final Texts texts;
    private final Slot<String> direction;

    Orders(Texts texts, Slot<String> direction) {
        this.texts = texts;
        this.direction = direction;
    }

    Slot<String> direction() {
        return direction;
    }

    /** Drive straight, as far as was said; {@code sign} is 1 for forward, -1 for back. */
    Reply move(Turn turn, int sign) {
        double metres = turn.find(DISTANCE).orElse(USUAL_DISTANCE);
        String said = texts.say(sign > 0 ? "forward" : "back", Map.of("distance", number(metres)));
        return Reply.say(said).then(new Own("move", List.of(new Measure("distance_m", sign * metres))));
    }

    /** Turn on the spot: to the left is counted positive. */
    Reply turn(Turn turn) {
        String side = turn.find(direction).orElse("");
        if (side.isEmpty()) {
            return Reply.await(texts.say("which-way"), direction);
        }
        double degrees = turn.find(ANGLE).orElse(side.equals("後ろ") ? 2 * QUARTER : QUARTER);
        return Reply.say(texts.say("turning", Map.of("direction", side)))
                .then(new Rotate(side.equals("右") ? -degrees : degrees));
    }

    Reply look(Turn turn) {
        String where = turn.find(direction).orElse("前");
        return Reply.say(texts.say("looking", Map.of("direction", where))).then(new Look(where));
    }

    Reply light(Turn turn) {
        boolean off = turn.text().matches(".*(消|オフ|切).*");
        return Reply.say(texts.say(off ? "light.off" : "light.on")).then(new Light(turn.speaker(), !off));
    }

    /** Drive to a place that every rescue site has. */
    Reply go(String place, String said) {
        return Reply.say(texts.say(said)).then(new Navigate(new Place(texts.say("place." + place))));
    }

    Reply hold() {
        return Reply.perform(new Own("hold", List.of())).thenSay(texts.say("hold"));
    }

    Reply slow() {
        return Reply.perform(new Own("pace", List.of(new Measure("percent", SLOW_PERCENT))))
                .thenSay(texts.say("slow"));
    }

    Reply silence() {
        return Reply.perform(new Own("voice", List.of(new Text("style", "silent"))));
    }

    Reply record() {
        return Reply.perform(new Own("camera", List.of(new Flag("recording", true))))
                .thenSay(texts.say("recording"));
    }

    /** Lead the way to a place; to the shelter when none was named. */
    Reply guide(Turn turn) {
        Place place = turn.find(PLACE).orElseGet(() -> new Place(texts.say("place.shelter")));
        return Reply.say(texts.say("guide", Map.of("place", place.name()))).then(new Navigate(place));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
