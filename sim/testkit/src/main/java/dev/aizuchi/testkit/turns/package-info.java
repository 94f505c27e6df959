/**
 * Make dialogues in which it is marked who speaks when, and measure on them when the robot takes a person's turn for
 * ended, gives way and nods.
 *
 * <p>For testers and integrators, behind {@code ./aizuchi eval turns}. Nothing here is safe for several threads at
 * once.
 */
@NullMarked
package dev.aizuchi.testkit.turns;

import org.jspecify.annotations.NullMarked;
