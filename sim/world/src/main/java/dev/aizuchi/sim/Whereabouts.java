package dev.aizuchi.sim;

import dev.aizuchi.robot.Place;

/** Tell where a thing is. */
public sealed interface Whereabouts {

    /** It stands at a place, ready to be taken. */
    record At(Place place) implements Whereabouts {}

    /** A robot carries it. */
    record OnTray(String robot) implements Whereabouts {}

    /** A person has it. */
    record With(String person) implements Whereabouts {}

    /** It fell down; metres east and north of the map's origin. */
    record OnFloor(double x, double y) implements Whereabouts {}
}
