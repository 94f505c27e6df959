package dev.aizuchi.testkit.evaluation;

/** Tell what is wrong with the material of an evaluation, and where. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Name the file, the fault and the cure. */
    public EvaluationException(String message) {
        super(message);
    }

    /** Name the file, the fault and the cure. */
    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
