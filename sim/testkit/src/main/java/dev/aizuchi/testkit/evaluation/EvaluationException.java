package dev.aizuchi.testkit.evaluation;

/** Tell what is wrong with the material of an evaluation, and where. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EvaluationException(String message) {
        super(message);
    }

    EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
