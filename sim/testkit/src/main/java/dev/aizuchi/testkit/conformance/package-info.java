/**
 * Check that a skill keeps the rules of the house. For authors of skills, who run it as a test or by {@code ./aizuchi
 * skill check}. Everything runs on the caller's thread, in simulated time.
 */
@NullMarked
package dev.aizuchi.testkit.conformance;

import org.jspecify.annotations.NullMarked;
