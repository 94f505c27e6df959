package dev.aizuchi.disaster.alert;

/** Say why a file is no alert that can be read, and what to do. */
public final class AlertException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlertException(String message) {
        super(message);
    }

    AlertException(String message, Throwable cause) {
        super(message, cause);
    }
}
