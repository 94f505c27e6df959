package dev.aizuchi.robot;

/** Classify what an act does to the world; the order is from harmless to grave. */
public enum Effect {
    /** Nothing changes: a text is shown, a head turns. */
    NONE,
    /** The change can be undone at once: a lamp, a drive to another room. */
    REVERSIBLE,
    /** The change cannot be undone: a message is sent, a thing is thrown away. Asked first. */
    IRREVERSIBLE,
    /** A person is touched or carried. Asked first. */
    TOUCHES_PERSON;

    /** Tell whether a person must say yes before such an act. */
    public boolean needsConfirmation() {
        return this == IRREVERSIBLE || this == TOUCHES_PERSON;
    }

    /** Take the graver of two classes. */
    public Effect or(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
