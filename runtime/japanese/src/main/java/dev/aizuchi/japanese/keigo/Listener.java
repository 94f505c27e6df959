package dev.aizuchi.japanese.keigo;

/** Name to whom a sentence is said; it decides how polite it has to be. */
public enum Listener {
    /** A person served: guest, visitor, resident, patient. */
    GUEST,
    /** Somebody unknown, met outside of any service. */
    STRANGER,
    /** A colleague. */
    STAFF,
    /** A child: short and polite, without honorific verbs. */
    CHILD,
    /** Family and friends: plain style is right. */
    FRIEND;

    /** Tell whether plain sentences are too familiar. */
    boolean expectsPolite() {
        return this != FRIEND;
    }

    /** Tell whether acts of the listener are said with 尊敬語. */
    boolean isHonored() {
        return this == GUEST || this == STRANGER;
    }
}
