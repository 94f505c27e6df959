package dev.aizuchi.testkit.replay;

/** Tell why a journal cannot be played again; the message names the cure. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayException(String message) {
        super(message);
    }
}
