package dev.aizuchi.testkit.users;

/** Signal a person that cannot be read; the message names file, place and cure. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UserException(String message) {
        super(message);
    }

    UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
