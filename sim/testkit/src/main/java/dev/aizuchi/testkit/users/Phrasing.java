package dev.aizuchi.testkit.users;

/** Put a person's sentence into words of its own; what the person names stays in it. */
@FunctionalInterface
public interface Phrasing {

    /** Say a sentence otherwise, or as it is. */
    String phrase(Person person, String sentence);

    /** Say what is written. */
    static Phrasing asWritten() {
        return (person, sentence) -> sentence;
    }
}
