/**
 * Read scenarios from YAML, play them on a simulated floor and say what came of each. For testers, and for authors who
 * keep scenarios beside their skill. A scenario is played on its caller's thread; values are safe on any thread.
 */
@NullMarked
package dev.aizuchi.testkit.scenario;

import org.jspecify.annotations.NullMarked;
