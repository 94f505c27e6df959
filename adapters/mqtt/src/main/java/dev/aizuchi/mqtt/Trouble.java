package dev.aizuchi.mqtt;

/**
 * Say why there is no connection to the broker.
 *
 * @param text what is wrong and what helps, in one sentence
 * @param lasting whether another attempt would end in the same way unless somebody changes something
 */
record Trouble(String text, boolean lasting) {
    static Trouble passing(String text) {
        return new Trouble(text, false);
    }

    static Trouble lasting(String text) {
        return new Trouble(text, true);
    }
}
