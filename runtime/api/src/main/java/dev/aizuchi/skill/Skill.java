package dev.aizuchi.skill;

/** Something that the robot can talk about and do; found by {@link java.util.ServiceLoader}. */
public interface Skill {

    /** Declare the name, the needed acts and the intents; called once, at start. */
    SkillSpec spec();
}
