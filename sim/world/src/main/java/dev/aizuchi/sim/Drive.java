package dev.aizuchi.sim;

/** Tell how a robot's wheels move it. */
public enum Drive {
    /** Two wheels: it drives where it looks, and turns on the spot. */
    DIFFERENTIAL,
    /** Wheels that roll every way: it drives aside as well, and turns as it goes. */
    OMNI
}
