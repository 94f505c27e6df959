package dev.aizuchi.sim;

import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Capability.Limit.AnyText;
import dev.aizuchi.robot.Capability.Limit.OneOf;
import dev.aizuchi.robot.Capability.Limit.Range;
import dev.aizuchi.robot.Capability.Limit.YesNo;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.RobotProfile;
import java.time.Duration;
import java.util.List;

/** Declares what the simulated care robot can do. */
public final class CareRobot {
    private static final double MINIMUM_BATTERY = 0.1;
    private static final Duration MAXIMUM_STATE_AGE = Duration.ofSeconds(1);
    private static final int NAME = 40;
    private static final int SENTENCE = 400;

    private CareRobot() {}

    /** Give the profile of the robot on the care floor that comes with the simulator. */
    public static RobotProfile profile() {
        return profile(FloorPlan.care());
    }

    /** Give the profile of the robot on a floor: it can be sent to that floor's places and no others. */
    public static RobotProfile profile(FloorPlan plan) {
        List<String> places =
                plan.places().stream().map(spot -> spot.place().name()).toList();
        List<String> rooms = plan.rooms().stream().map(FloorPlan.Room::name).toList();
        List<String> doors = plan.doors().stream()
                .filter(FloorPlan.Door::leaf)
                .map(FloorPlan.Door::room)
                .distinct()
                .toList();
        List<Capability> acts = List.of(
                moving("navigate", Effect.REVERSIBLE, new OneOf("place", places)),
                moving("dock", Effect.REVERSIBLE),
                moving("rotate", Effect.REVERSIBLE, new Range("angle_deg", -180, 180)),
                moving("look", Effect.NONE, new AnyText("direction", NAME)),
                moving("gesture", Effect.NONE, new OneOf("kind", List.of("bow", "nod", "wave", "shake_head", "point"))),
                moving("grasp", Effect.REVERSIBLE, new AnyText("item", NAME)),
                moving("hand_over", Effect.REVERSIBLE, new AnyText("item", NAME)),
                moving("release", Effect.REVERSIBLE),
                moving("door", Effect.REVERSIBLE, new OneOf("place", doors), new YesNo("open")),
                still("light", Effect.REVERSIBLE, new OneOf("place", rooms), new YesNo("on")),
                still("display", Effect.NONE, new AnyText("text", SENTENCE)),
                // A call for help must not wait for a yes: who comes in vain can be sent away again.
                still(
                        "call_human",
                        Effect.REVERSIBLE,
                        new AnyText("role", NAME),
                        new OneOf("place", places),
                        new AnyText("reason", SENTENCE),
                        new YesNo("urgent")),
                still("notify", Effect.REVERSIBLE, new AnyText("to", NAME), new AnyText("message", SENTENCE)),
                moving("raise_bed", Effect.TOUCHES_PERSON, new Range("angle_deg", 0, 75)),
                still("climate", Effect.REVERSIBLE, new Range("delta_c", -5, 5)),
                // Its own acts: what no standard act covers.
                moving("move", Effect.REVERSIBLE, new Range("distance_m", -20, 20)),
                moving("blanket", Effect.TOUCHES_PERSON, new OneOf("kind", List.of("put_on", "take_off", "adjust"))),
                still("hold", Effect.NONE),
                still("pace", Effect.NONE, new Range("percent", 10, 100)),
                still("curtain", Effect.REVERSIBLE, new OneOf("place", rooms), new YesNo("open")),
                still("television", Effect.REVERSIBLE, new OneOf("place", rooms), new YesNo("on")),
                still("camera", Effect.NONE, new YesNo("recording")),
                still(
                        "voice",
                        Effect.NONE,
                        new OneOf("style", List.of("normal", "louder", "slower", "softer", "silent"))),
                still("record", Effect.REVERSIBLE, new AnyText("kind", NAME), new AnyText("entry", SENTENCE)));
        return new RobotProfile("care-robot", acts, MINIMUM_BATTERY, MAXIMUM_STATE_AGE);
    }

    private static Capability moving(String action, Effect effect, Limit... limits) {
        return new Capability(action, effect, true, List.of(limits));
    }

    private static Capability still(String action, Effect effect, Limit... limits) {
        return new Capability(action, effect, false, List.of(limits));
    }
}
