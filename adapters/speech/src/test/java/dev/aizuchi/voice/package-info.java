/** Test the voices. Tests tagged {@code voice} need a real one and run with {@code -Pvoice}. Each on its own thread. */
@NullMarked
package dev.aizuchi.voice;

import org.jspecify.annotations.NullMarked;
