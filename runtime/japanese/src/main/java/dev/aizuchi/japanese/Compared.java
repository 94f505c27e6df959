package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import dev.aizuchi.japanese.Neighbours.Near;
import java.util.List;

/**
 * Hold an utterance as it was compared with the phrases.
 *
 * @param parts the utterance as a whole, then its clauses and ends
 * @param wish the end of it that begins with more than politeness
 * @param near how near each phrase is
 * @param evidence what the words say for each intent, the most first
 * @param byMeaning whether a vector was asked for
 * @param talk the vector's likeness to general talk; 0 without one
 */
record Compared(
        List<Sentence> parts, Sentence wish, Near near, List<Evidence> evidence, boolean byMeaning, double talk) {}
