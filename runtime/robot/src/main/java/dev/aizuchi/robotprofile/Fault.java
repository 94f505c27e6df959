package dev.aizuchi.robotprofile;

/**
 * Say what is wrong with a robot file.
 *
 * @param where file, line and key, such as {@code robot.yaml:12: actions.navigate.steps.0}
 * @param message what is wrong, with the cure
 */
public record Fault(String where, String message) {
    @Override
    public String toString() {
        return where + ": " + message;
    }
}
