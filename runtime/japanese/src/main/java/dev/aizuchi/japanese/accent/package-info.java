/**
 * Part Japanese text into accent phrases and say where in each the pitch falls, as in the speech of Tokyo. For who
 * makes speech of text. Immutable; callable from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.accent;

import org.jspecify.annotations.NullMarked;
