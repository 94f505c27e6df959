package dev.aizuchi.speech;

/** Say in which manner a sentence is spoken. */
public enum SpeakingStyle {
    /** As the voice speaks by itself. */
    NORMAL,
    /** A fifth faster, for who is used to it. */
    FAST,
    /** For who hears badly: slower, with longer pauses, a little louder; neither higher nor sing-song. */
    SLOW_CLEAR,
    /** For the night: quiet, breathy, a little slower and lower. */
    SOFT
}
