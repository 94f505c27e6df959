package dev.aizuchi.skill;

import dev.aizuchi.robot.Place;
import java.util.function.Function;

/** A typed hole in a phrase, written {@code {name}}. */
public record Slot<T>(String name, Function<String, T> parser) {

    /** Take the words as they are. */
    public static Slot<String> text(String name) {
        return new Slot<>(name, Function.identity());
    }

    /** Take the words as a place. */
    public static Slot<Place> place(String name) {
        return new Slot<>(name, Place::new);
    }

    /** Take the words as a whole number; the engine writes numbers in ASCII digits. */
    public static Slot<Integer> number(String name) {
        return new Slot<>(name, Integer::valueOf);
    }
}
