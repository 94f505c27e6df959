package dev.aizuchi.speech;

/**
 * Hold a sentence that is being spoken.
 *
 * @param style in which it is; {@link SpeakingStyle#NORMAL} where the voice lacks the one that was asked for
 * @param sound as it is made
 */
public record SpokenSound(SpeakingStyle style, AudioStream sound) {}
