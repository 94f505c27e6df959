package dev.aizuchi.japanese.easy;

/**
 * Hold a text in easy Japanese, and how hard it was and is.
 *
 * @param text in easy words and short sentences
 * @param before the level of the original
 * @param after the level of {@code text}
 */
public record Easy(String text, WordLevel before, WordLevel after) {}
