/**
 * Take Japanese sentences apart and put them together: words with their inflection, verbs conjugated by rule, polite
 * and plain sentence ends. For the packages beside it that check, rewrite and form sentences, and for anybody who needs
 * conjugation. Every public type is immutable or locks for itself and may be called from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.grammar;

import org.jspecify.annotations.NullMarked;
