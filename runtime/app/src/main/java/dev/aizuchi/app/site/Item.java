package dev.aizuchi.app.site;

/**
 * Hold one line that a pack adds to a skill.
 *
 * @param key the intent that a phrase belongs to, or the key of a sentence
 * @param text the phrase or sentence; "" where an intent begins
 */
record Item(String file, int line, String key, String text) {
    Fault fault(String message) {
        return new Fault(file, line, message);
    }

    String where() {
        return file + ":" + line;
    }
}
