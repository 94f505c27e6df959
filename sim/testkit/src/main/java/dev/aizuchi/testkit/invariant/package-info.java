/**
 * Watch over what must hold all along a scenario, whatever it is about: distance, approval, honesty, politeness. For
 * who plays scenarios. Each watches one run, on the thread that plays it.
 */
@NullMarked
package dev.aizuchi.testkit.invariant;

import org.jspecify.annotations.NullMarked;
