/**
 * Measure recognisers on recordings whose words are known: error rates, speed, memory.
 *
 * <p>For testers and integrators, behind {@code ./aizuchi eval}. Nothing here is safe for several threads at once.
 */
@NullMarked
package dev.aizuchi.testkit.evaluation;

import org.jspecify.annotations.NullMarked;
