package dev.aizuchi.event;

import dev.aizuchi.robot.Argument;
import java.util.List;

/** Tell what a sensor says. */
public sealed interface Percept {

    /** Give the wire name, in snake case. */
    String kind();

    /** A person came into view. */
    record PersonArrived(String person) implements Percept {
        @Override
        public String kind() {
            return "person_arrived";
        }
    }

    /** A person went out of view. */
    record PersonLeft(String person) implements Percept {
        @Override
        public String kind() {
            return "person_left";
        }
    }

    /** Who speaks, and to whom; "" when unknown. */
    record Speaker(String speaker, String addressee) implements Percept {
        @Override
        public String kind() {
            return "speaker";
        }
    }

    /** A person fell. */
    record Fall(String person) implements Percept {
        @Override
        public String kind() {
            return "fall";
        }
    }

    /** The charge, from 0 to 1, passed a threshold of the robot. */
    record Battery(double charge) implements Percept {
        @Override
        public String kind() {
            return "battery";
        }
    }

    /** The link between runtime and robot went up or down. */
    record Link(boolean up) implements Percept {
        @Override
        public String kind() {
            return "link";
        }
    }

    /** The bumper was touched. */
    record Bumper() implements Percept {
        @Override
        public String kind() {
            return "bumper";
        }
    }

    /** A hardware or remote stop was pressed or released. */
    record EmergencyStop(boolean pressed) implements Percept {
        @Override
        public String kind() {
            return "estop";
        }
    }

    /** Anything that only this robot senses. */
    record Own(String kind, List<Argument> arguments) implements Percept {
        public Own {
            arguments = List.copyOf(arguments);
        }
    }
}
