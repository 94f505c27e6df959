package dev.aizuchi.robot;

/** A named spot on the robot's map, as people call it. */
public record Place(String name) {
    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a place needs a name");
        }
    }
}
