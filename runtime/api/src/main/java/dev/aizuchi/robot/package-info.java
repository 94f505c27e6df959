/**
 * Say what a robot can be asked to do, and what came of it. For skills, which name acts, and for adapters, which carry
 * them out. All types but {@link dev.aizuchi.robot.Robot} are immutable values, safe on any thread.
 */
@NullMarked
package dev.aizuchi.robot;

import org.jspecify.annotations.NullMarked;
