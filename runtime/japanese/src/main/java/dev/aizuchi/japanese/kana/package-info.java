/**
 * Spell and compare Japanese by its sounds: one spelling with the way back to the original, morae, distances that know
 * what recognisers confuse, and the lexicon of names. For recogniser output, for understanding and for synthesis. Every
 * type is immutable and may be used from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.kana;

import org.jspecify.annotations.NullMarked;
