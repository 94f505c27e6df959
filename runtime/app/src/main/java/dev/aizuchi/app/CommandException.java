package dev.aizuchi.app;

/** Signal that a command was tried and did not succeed; the message names the thing and the cure. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }

    CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
