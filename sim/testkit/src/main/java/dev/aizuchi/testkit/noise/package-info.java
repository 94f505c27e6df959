/**
 * Noise: the sounds of the real world over speech, and what they make of a sentence that is only typed.
 *
 * <p>For testers who want to know what a robot makes of what it heard wrongly. The errors are measured on a real
 * recogniser and played again by chance, from a seed. Nothing here is for several threads.
 */
@NullMarked
package dev.aizuchi.testkit.noise;

import org.jspecify.annotations.NullMarked;
