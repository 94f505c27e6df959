package dev.aizuchi.skill;

/** Declare a skill whose sentences stand in {@link Texts}, so that a site may word them its own way. */
public interface Worded extends Skill {

    /** Give what it says, by key. */
    Texts texts();

    /** Make the same skill with other sentences; they have every key that this one's have. */
    Skill worded(Texts other);
}
