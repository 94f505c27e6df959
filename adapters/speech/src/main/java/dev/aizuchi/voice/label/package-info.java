/**
 * Write accent phrases as full-context labels, which name each phoneme in all its surroundings. For the synthesizer of
 * voices of hidden Markov models. Immutable; callable from any thread.
 */
@NullMarked
package dev.aizuchi.voice.label;

import org.jspecify.annotations.NullMarked;
