/**
 * Declare what a skill answers to and what it answers. For skill authors; nothing here acts, so a skill is tested by
 * comparing values. Immutable values, safe on any thread.
 */
@NullMarked
package dev.aizuchi.skill;

import org.jspecify.annotations.NullMarked;
