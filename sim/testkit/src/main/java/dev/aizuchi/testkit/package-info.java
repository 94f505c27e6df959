/**
 * The test kit: a whole agent on a clock of our own, scenarios in YAML, and contracts that adapters must keep.
 *
 * <p>For authors of skills and adapters, and for testers. Everything runs on the caller's thread; a minute of the care
 * floor takes milliseconds.
 */
@NullMarked
package dev.aizuchi.testkit;

import org.jspecify.annotations.NullMarked;
