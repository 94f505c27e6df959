/**
 * Record what happened, in the order in which it became true. For everything that looks on: journal, tests, displays.
 * Immutable values, safe on any thread.
 */
@NullMarked
package dev.aizuchi.event;

import org.jspecify.annotations.NullMarked;
