package dev.aizuchi.mcap;

import java.io.IOException;

/** Tell that bytes are no MCAP, or no longer; the message names the place and what is wrong. */
public final class McapException extends IOException {
    private static final long serialVersionUID = 1;

    /** Tell what is wrong. */
    public McapException(String message) {
        super(message);
    }

    /** Tell what is wrong, and what showed it. */
    public McapException(String message, Throwable cause) {
        super(message, cause);
    }
}
