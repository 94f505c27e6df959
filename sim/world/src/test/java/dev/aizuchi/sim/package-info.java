/** Test the simulated world. For its developers. One thread, but for the tests that say otherwise. */
@NullMarked
package dev.aizuchi.sim;

import org.jspecify.annotations.NullMarked;
