/**
 * Gas, fire, smoke and water that spread over a floor by simple published models, in steps of a second. For the
 * simulated world, which says what parts the air and puts the readings before people and robots. Guarded by the world's
 * lock.
 */
@NullMarked
package dev.aizuchi.sim.hazard;

import org.jspecify.annotations.NullMarked;
