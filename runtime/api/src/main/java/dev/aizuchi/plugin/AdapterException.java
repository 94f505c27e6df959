package dev.aizuchi.plugin;

/** Signal that an adapter cannot be opened or no longer works; the message names the thing and the cure. */
public final class AdapterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AdapterException(String message) {
        super(message);
    }

    public AdapterException(String message, Throwable cause) {
        super(message, cause);
    }
}
