package dev.aizuchi.sim;

/** Signal that a floor plan cannot be used; the message names the file, the line and the cure. */
public final class FloorPlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FloorPlanException(String message) {
        super(message);
    }

    FloorPlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
