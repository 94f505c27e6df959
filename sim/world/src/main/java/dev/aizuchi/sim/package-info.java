/**
 * Simulate a floor with its people, things, dangers and robots, on a clock that the caller owns. For tests, scenarios
 * and demos, which use it as they would a real robot. All public types are safe on any thread; listeners are called on
 * the thread that steps the world.
 */
@NullMarked
package dev.aizuchi.sim;

import org.jspecify.annotations.NullMarked;
