/**
 * Make a report of what a rescue team had the robot write down, from its journal. Immutable values, safe on any thread.
 */
@NullMarked
package dev.aizuchi.app.report;

import org.jspecify.annotations.NullMarked;
