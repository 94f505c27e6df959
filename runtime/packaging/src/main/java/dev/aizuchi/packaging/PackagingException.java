package dev.aizuchi.packaging;

/** Signal that a package cannot be made; the message names what is missing and how to get it. */
final class PackagingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackagingException(String message) {
        super(message);
    }

    PackagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
