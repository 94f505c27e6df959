package dev.aizuchi.robot;

import dev.aizuchi.robot.Argument.Flag;
import dev.aizuchi.robot.Argument.Measure;
import dev.aizuchi.robot.Argument.Text;
import java.util.List;

/**
 * Name one act that a robot can be asked for, with its arguments; carries no behaviour.
 *
 * <p>The records are the acts that most robots share. An act of one robot alone is an {@link Own}, declared in its
 * profile. The gate and the transports see every act alike: a name and arguments.
 */
public sealed interface Action {

    /** Give the wire name, in snake case. */
    String name();

    /** Give the arguments in their declared order. */
    List<Argument> arguments();

    /** Drive to a place. */
    record Navigate(Place place) implements Action {
        @Override
        public String name() {
            return "navigate";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("place", place.name()));
        }
    }

    /** Drive behind a person. */
    record Follow(String person) implements Action {
        @Override
        public String name() {
            return "follow";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("person", person));
        }
    }

    /** Turn on the spot; positive is counter-clockwise, in degrees. */
    record Rotate(double angleDeg) implements Action {
        @Override
        public String name() {
            return "rotate";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Measure("angle_deg", angleDeg));
        }
    }

    /** Turn the head towards a direction, a place or a person. */
    record Look(String direction) implements Action {
        @Override
        public String name() {
            return "look";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("direction", direction));
        }
    }

    /** Make a gesture, such as {@code bow}. */
    record Gesture(String kind) implements Action {
        @Override
        public String name() {
            return "gesture";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("kind", kind));
        }
    }

    /** Take a thing into the hand or onto the tray. */
    record Grasp(String item) implements Action {
        @Override
        public String name() {
            return "grasp";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("item", item));
        }
    }

    /** Put down what is held. */
    record Release() implements Action {
        @Override
        public String name() {
            return "release";
        }

        @Override
        public List<Argument> arguments() {
            return List.of();
        }
    }

    /** Offer a held thing so that a person takes it. */
    record HandOver(String item) implements Action {
        @Override
        public String name() {
            return "hand_over";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("item", item));
        }
    }

    /** Set the back rest of a bed, in degrees from flat. */
    record RaiseBed(double angleDeg) implements Action {
        @Override
        public String name() {
            return "raise_bed";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Measure("angle_deg", angleDeg));
        }
    }

    /** Switch the light of a place. */
    record Light(Place place, boolean on) implements Action {
        @Override
        public String name() {
            return "light";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("place", place.name()), new Flag("on", on));
        }
    }

    /** Change the room temperature by kelvins. */
    record Climate(double deltaC) implements Action {
        @Override
        public String name() {
            return "climate";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Measure("delta_c", deltaC));
        }
    }

    /** Open or close the door of a place. */
    record Door(Place place, boolean open) implements Action {
        @Override
        public String name() {
            return "door";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("place", place.name()), new Flag("open", open));
        }
    }

    /** Ride a lift to a floor. */
    record Lift(int floor) implements Action {
        @Override
        public String name() {
            return "lift";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Measure("floor", floor));
        }
    }

    /** Call a person of a role to a place and say why; {@code urgent} when somebody may be in danger or pain. */
    record CallHuman(String role, Place place, String reason, boolean urgent) implements Action {
        @Override
        public String name() {
            return "call_human";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(
                    new Text("role", role),
                    new Text("place", place.name()),
                    new Text("reason", reason),
                    new Flag("urgent", urgent));
        }
    }

    /** Send a message to a person or a role. */
    record Notify(String to, String message) implements Action {
        @Override
        public String name() {
            return "notify";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("to", to), new Text("message", message));
        }
    }

    /** Show a text on the robot's screen. */
    record Display(String text) implements Action {
        @Override
        public String name() {
            return "display";
        }

        @Override
        public List<Argument> arguments() {
            return List.of(new Text("text", text));
        }
    }

    /** Drive to the charging dock. */
    record Dock() implements Action {
        @Override
        public String name() {
            return "dock";
        }

        @Override
        public List<Argument> arguments() {
            return List.of();
        }
    }

    /** An act that one robot's profile declares. */
    record Own(String name, List<Argument> arguments) implements Action {
        public Own {
            arguments = List.copyOf(arguments);
        }
    }

    /** Tell whether a standard act moves the robot or a thing in its grip; an {@link Own} act is taken to. */
    default boolean moves() {
        return !(this instanceof Light
                || this instanceof Climate
                || this instanceof CallHuman
                || this instanceof Notify
                || this instanceof Display);
    }

    /** Tell whether somebody is called because of danger or pain. */
    default boolean callsUrgently() {
        return this instanceof CallHuman call && call.urgent();
    }

    /** Tell whether the act does no more than let somebody know. */
    default boolean isWordToPerson() {
        return this instanceof CallHuman || this instanceof Notify;
    }

    /** Give the least effect class of the act, whatever a profile says; an {@link Own} act has the profile's alone. */
    default Effect leastEffect() {
        if (this instanceof RaiseBed) {
            return Effect.TOUCHES_PERSON;
        }
        boolean harmless = this instanceof Look || this instanceof Gesture || this instanceof Display;
        return harmless || this instanceof Own ? Effect.NONE : Effect.REVERSIBLE;
    }
}
