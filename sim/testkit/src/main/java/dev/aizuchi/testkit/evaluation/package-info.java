/**
 * Measure recognisers on recordings whose words are known, and what agents make of sentences whose meaning is.
 *
 * <p>For testers and integrators, behind {@code ./aizuchi eval}. Nothing here is safe for several threads at once.
 */
@NullMarked
package dev.aizuchi.testkit.evaluation;

import org.jspecify.annotations.NullMarked;
