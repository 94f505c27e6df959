package dev.aizuchi.mqtt;

/** Signal a payload that is not what its topic carries; the message holds no content of it. */
final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    MalformedException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
