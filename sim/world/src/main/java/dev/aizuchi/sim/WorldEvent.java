package dev.aizuchi.sim;

import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import java.time.Instant;
import java.util.List;

/** Tell a fact of the simulated world, whether or not the robot senses it. */
public sealed interface WorldEvent {

    /** Give the world's time. */
    Instant at();

    /** A staff member was called and has taken the call. */
    record StaffCalled(Instant at, String person, Place place, String reason) implements WorldEvent {}

    /** A staff member came to the place of a call. */
    record StaffArrived(Instant at, String person, Place place) implements WorldEvent {}

    /** A thing changed its whereabouts. */
    record ItemMoved(Instant at, String item, Whereabouts where) implements WorldEvent {}

    /** A lamp was switched. */
    record LampSwitched(Instant at, String room, boolean on) implements WorldEvent {}

    /** A door has opened or closed. */
    record DoorMoved(Instant at, String room, boolean open) implements WorldEvent {}

    /** The car of a lift came to a storey. */
    record LiftArrived(Instant at, String lift, String storey) implements WorldEvent {}

    /** A message was sent. */
    record MessageSent(Instant at, String robot, String to, String message) implements WorldEvent {}

    /** A text came on a robot's screen. */
    record TextShown(Instant at, String robot, String text) implements WorldEvent {}

    /** A robot made a gesture. */
    record Gestured(Instant at, String robot, String kind) implements WorldEvent {}

    /** A robot did an act that changes nothing on the floor plan. */
    record Acted(Instant at, String robot, String action, List<Argument> arguments) implements WorldEvent {
        public Acted {
            arguments = List.copyOf(arguments);
        }
    }

    /** Gas, fire, water or rubble began at a place. */
    record HazardBegan(Instant at, String kind, Place place) implements WorldEvent {}

    /** A person fell. */
    record PersonFell(Instant at, String person) implements WorldEvent {}

    /** A person was hurt, by heat or rubble, and lies on the floor. */
    record PersonHurt(Instant at, String person, String cause) implements WorldEvent {}

    /** A robot is ruined: it moves no more until it is mended. */
    record RobotRuined(Instant at, String robot, String cause) implements WorldEvent {}

    /** A robot touched a person or a thing. */
    record Collided(Instant at, String robot) implements WorldEvent {}
}
