/**
 * The engine: turn-taking, dialogue, the safety gate and the journal.
 *
 * <p>For the app that wires a robot and for the test kit; skills and adapters never see it.
 * {@link dev.aizuchi.core.Agent} is the door. One dialogue thread owns all state; only the stop path and the audio
 * thread run beside it.
 */
@NullMarked
package dev.aizuchi.core;

import org.jspecify.annotations.NullMarked;
