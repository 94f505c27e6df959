package dev.aizuchi.sim;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.Optional;

/** What one robot does to the doors and lamps of its floor; guarded by the world's lock. */
final class House {
    private static final Duration DOOR_MOVING = Duration.ofSeconds(2);
    private static final Duration SWITCHING = Duration.ofMillis(200);
    private static final double DOOR_CLEARANCE = 0.4;

    private final Ticks clock;
    private final Outbox outbox;
    private final Floor floor;
    private final People people;
    private final Body body;

    House(Surroundings around, Body body) {
        this.clock = around.clock();
        this.outbox = around.outbox();
        this.floor = around.floor();
        this.people = around.people();
        this.body = body;
    }

    Activity door(Action.Door door) {
        return new Timed(DOOR_MOVING, () -> whyNoDoor(door), () -> move(door));
    }

    Activity light(Action.Light light) {
        return new Timed(SWITCHING, () -> whyNoLamp(light.place().name()), () -> set(light));
    }

    private Optional<Failed> whyNoDoor(Action.Door door) {
        String room = door.place().name();
        if (!floor.hasDoor(room)) {
            return Acts.refusal("no door at " + room);
        }
        boolean free = door.open()
                || (floor.doorDistance(room, body.position()) > DOOR_CLEARANCE
                        && people.positions().stream().allMatch(at -> floor.doorDistance(room, at) > DOOR_CLEARANCE));
        return free
                ? Optional.empty()
                : Optional.of(new Failed(Reason.BLOCKED, "something stands in the door of " + room));
    }

    private Outcome move(Action.Door door) {
        String room = door.place().name();
        floor.setDoor(room, door.open());
        outbox.add(new WorldEvent.DoorMoved(clock.instant(), room, door.open()));
        return new Completed();
    }

    private Optional<Failed> whyNoLamp(String room) {
        if (!floor.lighting().hasLamp(room)) {
            return Acts.refusal("no lamp at " + room);
        }
        return floor.lighting().hasPower() ? Optional.empty() : Acts.refusal("no power for the lamp at " + room);
    }

    private Outcome set(Action.Light light) {
        floor.lighting().set(light.place().name(), light.on());
        outbox.add(new WorldEvent.LampSwitched(clock.instant(), light.place().name(), light.on()));
        return new Completed();
    }
}
