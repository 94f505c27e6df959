package dev.aizuchi.sim;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns acts into activities; guarded by the world's lock. */
final class Acts {
    private static final Duration AT_ONCE = Ticks.TICK;
    private static final Duration GESTURING = Duration.ofSeconds(2);
    private static final Duration LOOKING = Duration.ofSeconds(1);
    private static final Duration SENDING = Duration.ofMillis(400);
    private static final Duration OWN_ACT = Duration.ofSeconds(1);
    /** Twice the pressure is 6 dB more, and carries twice as far. */
    private static final double LOUD = 2;

    private static final double SOFT = 0.5;
    private static final double PERCENT = 100;

    private final Ticks clock;
    private final Outbox outbox;
    private final Floor floor;
    private final People people;
    private final Unit unit;
    private final Body body;
    private final Navigation navigation;
    private final House house;
    private final FloorPlan.Spot dock;
    private String shown = "";
    private double loudness = 1;

    Acts(Surroundings around, Unit unit, FloorPlan.Spot dock) {
        this.clock = around.clock();
        this.outbox = around.outbox();
        this.floor = around.floor();
        this.people = around.people();
        this.unit = unit;
        this.body = unit.body();
        this.navigation = new Navigation(around, unit);
        this.house = new House(around, unit.body());
        this.dock = dock;
    }

    double loudness() {
        return loudness;
    }

    String shown() {
        return shown;
    }

    /** Begin an act; one that cannot be done ends with its first tick. */
    Activity begin(Action action) {
        if (action instanceof Action.Navigate navigate) {
            return at(navigate.place(), navigation::to);
        }
        if (action instanceof Action.Dock) {
            return navigation.to(dock);
        }
        if (action instanceof Action.Rotate rotate) {
            return new Turning(body, Math.toRadians(rotate.angleDeg()));
        }
        if (action instanceof Action.Grasp grasp) {
            return unit.arm().grasp(grasp.item());
        }
        if (action instanceof Action.HandOver handOver) {
            return unit.arm().handOver(handOver.item());
        }
        if (action instanceof Action.Release) {
            return unit.arm().release();
        }
        if (action instanceof Action.Door door) {
            return house.door(door);
        }
        return withoutTouch(action);
    }

    private Activity withoutTouch(Action action) {
        if (action instanceof Action.Light light) {
            return house.light(light);
        }
        if (action instanceof Action.CallHuman call) {
            return at(call.place(), spot -> new Timed(SENDING, Optional::empty, () -> call(call, spot)));
        }
        if (action instanceof Action.Notify message) {
            return telling(
                    SENDING,
                    () -> new WorldEvent.MessageSent(clock.instant(), unit.name(), message.to(), message.message()));
        }
        if (action instanceof Action.Display display) {
            return telling(AT_ONCE, () -> {
                shown = display.text();
                return new WorldEvent.TextShown(clock.instant(), unit.name(), shown);
            });
        }
        if (action instanceof Action.Gesture gesture) {
            return telling(GESTURING, () -> new WorldEvent.Gestured(clock.instant(), unit.name(), gesture.kind()));
        }
        if (action instanceof Action.Look) {
            return new Timed(LOOKING, Optional::empty, () -> {
                unit.camera().look();
                return new Completed();
            });
        }
        if (action instanceof Action.Climate || action instanceof Action.RaiseBed) {
            return acted(action);
        }
        if (action instanceof Action.Own given) {
            return own(given);
        }
        return impossible("cannot " + action.name());
    }

    /** Carry out the acts that no standard act covers: what drives is driven, all else is told. */
    private Activity own(Action.Own act) {
        return switch (act.name()) {
            case "move" -> navigation.straight(measure(act));
            case "pace" ->
                new Timed(AT_ONCE, Optional::empty, () -> {
                    body.setPace(measure(act) / PERCENT);
                    outbox.add(new WorldEvent.Acted(clock.instant(), unit.name(), act.name(), act.arguments()));
                    return new Completed();
                });
            case "voice" ->
                new Timed(OWN_ACT, Optional::empty, () -> {
                    loudness = loudness(act);
                    outbox.add(new WorldEvent.Acted(clock.instant(), unit.name(), act.name(), act.arguments()));
                    return new Completed();
                });
            default -> acted(act);
        };
    }

    private static double loudness(Action act) {
        String style = act.arguments().stream()
                .filter(Argument.Text.class::isInstance)
                .map(argument -> ((Argument.Text) argument).value())
                .findFirst()
                .orElse("");
        return switch (style) {
            case "louder" -> LOUD;
            case "softer" -> SOFT;
            case "silent" -> 0;
            default -> 1;
        };
    }

    private static double measure(Action act) {
        return act.arguments().stream()
                .filter(Argument.Measure.class::isInstance)
                .mapToDouble(argument -> ((Argument.Measure) argument).value())
                .findFirst()
                .orElse(0);
    }

    /** What changes nothing on the floor plan. */
    private Activity acted(Action action) {
        return telling(
                OWN_ACT, () -> new WorldEvent.Acted(clock.instant(), unit.name(), action.name(), action.arguments()));
    }

    private Activity at(Place place, Function<FloorPlan.Spot, Activity> activity) {
        return floor.plan().spot(place).map(activity).orElseGet(() -> impossible("no place " + place.name()));
    }

    private static Activity impossible(String why) {
        return new Timed(AT_ONCE, () -> refusal(why), Completed::new);
    }

    private Activity telling(Duration time, Supplier<WorldEvent> event) {
        return new Timed(time, Optional::empty, () -> {
            outbox.add(event.get());
            return new Completed();
        });
    }

    private Outcome call(Action.CallHuman call, FloorPlan.Spot spot) {
        return people.call(call.role(), spot, call.reason())
                ? new Completed()
                : new Failed(Reason.IMPOSSIBLE, "nobody to call");
    }

    /** Refuse an act that cannot be done as asked. */
    static Optional<Failed> refusal(String why) {
        return Optional.of(new Failed(Reason.IMPOSSIBLE, why));
    }
}
