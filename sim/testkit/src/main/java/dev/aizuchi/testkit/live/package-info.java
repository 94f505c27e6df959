/**
 * Have what people and the robot say take its time, so that one can speak while the other does. For scenarios; all of
 * it lives on the scenario's thread.
 */
@NullMarked
package dev.aizuchi.testkit.live;

import org.jspecify.annotations.NullMarked;
