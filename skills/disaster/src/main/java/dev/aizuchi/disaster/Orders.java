package dev.aizuchi.disaster;

import dev.aizuchi.robot.Action;
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

/**
 * Carry out what a leader orders; each order is read back in few words before the robot moves.
 *
 * <p>The newest order takes the place of the one that is being carried out. An order to move that was not heard well,
 * that names both ways, or that may lead into danger is asked back; one that names force or goes against a danger is
 * refused. What brings the robot out of danger is never asked back.
 */
final class Orders {
    static final Slot<Double> DISTANCE = Slot.amount("distance_m", "m");
    static final Slot<Double> ANGLE = Slot.amount("angle_deg", "°");

    /** A step that a leader can watch, where none was named. */
    private static final double USUAL_DISTANCE = 1;

    private static final double SHORT_DISTANCE = 0.5;
    private static final double QUARTER = 90;
    private static final double A_LITTLE = 30;
    private static final double SLOW_PERCENT = 30;
    /** A step away from what is before the robot. */
    static final Action BACK = new Own("move", List.of(new Measure("distance_m", -USUAL_DISTANCE)));

    private static final Action HOLD = new Own("hold", List.of());
    private static final String LITTLE = "a little";

    private final Texts texts;
    private final Sayings sayings;
    private final Slot<String> direction;
    private final Slot<Place> goal;
    private final Slot<Place> base;

    Orders(Texts texts, Sayings sayings, Slot<String> direction, Slot<Place> goal, Slot<Place> base) {
        this.texts = texts;
        this.sayings = sayings;
        this.direction = direction;
        this.goal = goal;
        this.base = base;
    }

    Slot<String> direction() {
        return direction;
    }

    Slot<Place> goal() {
        return goal;
    }

    Slot<Place> base() {
        return base;
    }

    /** Drive straight, as far as was said; {@code sign} is 1 for forward, -1 for back. */
    Reply move(Turn turn, int sign) {
        String text = turn.text();
        if (sayings.holds("force", text) || sayings.holds("regardless", text)) {
            return Reply.refuse(texts.say("unsafe"));
        }
        String way = sign > 0 ? "forward" : "back";
        double metres = turn.find(DISTANCE).orElse(sayings.holds(LITTLE, text) ? SHORT_DISTANCE : USUAL_DISTANCE);
        Map<String, String> said = Map.of("distance", number(metres));
        Action act = new Own("move", List.of(new Measure("distance_m", sign * metres)));
        boolean clear = text.isEmpty() || (sayings.holds(way, text) && !sayings.holds("remark", text));
        if (sayings.holds("garbled", text) || !clear) {
            return confirmed(texts.say("confirm." + way, said), act);
        }
        return sayings.holds("risky", text)
                ? confirmed(texts.say("confirm.risky", said), act)
                : Reply.preempt().thenSay(texts.say(way, said)).then(act);
    }

    /** Turn on the spot: to the left is counted positive. */
    Reply turn(Turn turn) {
        String text = turn.text();
        String side = turn.find(direction).orElse("");
        boolean about = side.equals("後ろ") || sayings.holds("about", text);
        double usual = about ? 2 * QUARTER : sayings.holds(LITTLE, text) ? A_LITTLE : QUARTER;
        double degrees = turn.find(ANGLE).orElse(usual);
        if (side.isEmpty() && !about && degrees < 2 * QUARTER) {
            return Reply.await(texts.say("which-way"), direction);
        }
        Action act = new Rotate(side.startsWith("右") ? -degrees : degrees);
        Map<String, String> said = Map.of("direction", side);
        if (sayings.holds("garbled", text) || sayings.holds("remark", text)) {
            return confirmed(texts.say("confirm.turn", said), act);
        }
        return Reply.preempt()
                .thenSay(side.isEmpty() ? texts.say("turning.about") : texts.say("turning", said))
                .then(act);
    }

    Reply look(Turn turn) {
        if (sayings.holds("regardless", turn.text())) {
            return Reply.refuse(texts.say("unsafe"));
        }
        String where = turn.find(direction).orElse("前");
        return Reply.say(texts.say("looking", Map.of("direction", where))).then(new Look(where));
    }

    Reply light(Turn turn) {
        boolean kept = sayings.holds("keep", turn.text());
        boolean off = !kept && sayings.holds("off", turn.text());
        return Reply.say(texts.say(kept ? "light.kept" : off ? "light.off" : "light.on"))
                .then(new Light(turn.speaker(), !off));
    }

    /** Leave, whatever the robot is at; nobody is pulled out by it. */
    Reply retreat(Turn turn) {
        return sayings.holds("pulled", turn.text())
                ? Reply.refuse(texts.say("unsafe"))
                : Reply.preempt().thenSay(texts.say("retreat")).then(drive("exit"));
    }

    Reply goBack(Turn turn) {
        Place goal = turn.find(base).orElseGet(() -> new Place(texts.say("place.base")));
        return Reply.preempt()
                .thenSay(texts.say("return", Map.of("place", goal.name())))
                .then(new Navigate(goal));
    }

    Reply hold() {
        return Reply.preempt().then(HOLD).thenSay(texts.say("hold"));
    }

    /** Say at once what protects; while it shakes, nothing moves. */
    Reply earthquake(Turn turn) {
        return sayings.holds("asked", turn.text())
                ? Reply.say(texts.say("earthquake"))
                : Reply.preempt().thenSay(texts.say("earthquake.now")).then(HOLD);
    }

    Reply slow() {
        return Reply.perform(new Own("pace", List.of(new Measure("percent", SLOW_PERCENT))))
                .thenSay(texts.say("slow"));
    }

    /** Be silent; what warns of a danger is not silenced. */
    Reply silence(Turn turn) {
        if (sayings.holds("alarm", turn.text())) {
            return Reply.refuse(texts.say("unsafe"));
        }
        return Reply.perform(new Own("voice", List.of(new Text("style", "silent"))));
    }

    /** Record, or see to it that nothing is recorded, where somebody does not want it. */
    Reply record(Turn turn) {
        boolean off = sayings.holds("not recorded", turn.text());
        return Reply.perform(new Own("camera", List.of(new Flag("recording", !off))))
                .thenSay(texts.say(off ? "recording.off" : "recording"));
    }

    /**
     * Lead the way: to the place that was named, or where one gets what is wanted. Of who is in danger the leader is
     * told first.
     */
    Reply guide(Turn turn) {
        Reply begin = sayings.holds("in danger", turn.text())
                ? Reply.preempt()
                        .then(new Action.CallHuman(Logbook.BASE, turn.speaker(), texts.say("reason.danger"), true))
                : Reply.preempt();
        return turn.find(goal)
                .map(there -> begin.thenSay(texts.say("guide", Map.of("place", there.name())))
                        .then(new Navigate(there)))
                .orElseGet(() -> Reply.await(texts.say("which-place"), goal));
    }

    /** Drive to a place that every rescue site has. */
    private Action drive(String place) {
        return new Navigate(new Place(texts.say("place." + place)));
    }

    private Reply confirmed(String question, Action act) {
        return Reply.ask(question, Reply.preempt().then(act), Reply.say(texts.say("confirm.no")));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
