package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.document.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Signal scenarios that cannot be read; the message names, a line each, file, place and cure of all that is wrong. */
public final class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ScenarioException(String message) {
        super(message);
    }

    ScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }

    ScenarioException(String message, Throwable cause) {
        super(message, cause);
    }
}
