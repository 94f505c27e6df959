package dev.aizuchi.japanese.easy;

/**
 * Measure how hard a text is to follow.
 *
 * @param everyday the share of its content words that are words of every day, 0 to 1; 1 where there are none
 * @param longest the characters of its longest sentence
 */
public record WordLevel(double everyday, int longest) {}
