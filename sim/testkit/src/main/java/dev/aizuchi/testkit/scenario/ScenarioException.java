package dev.aizuchi.testkit.scenario;

/** Signal a scenario that cannot be read; the message names file, place and cure. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message) {
        super(message);
    }

    ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
