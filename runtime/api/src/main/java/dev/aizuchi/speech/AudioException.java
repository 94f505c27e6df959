package dev.aizuchi.speech;

/** Signal sound that cannot be read, heard, made or played; the message names the thing and the cure. */
public final class AudioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AudioException(String message) {
        super(message);
    }

    public AudioException(String message, Throwable cause) {
        super(message, cause);
    }
}
