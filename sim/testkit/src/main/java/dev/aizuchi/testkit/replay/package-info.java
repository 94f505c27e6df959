/**
 * Replay: a journal of any run, live or simulated, becomes a scenario, and is held against what happens now.
 *
 * <p>For testers who have seen something go wrong and want it again. Nothing here is for several threads.
 */
@NullMarked
package dev.aizuchi.testkit.replay;

import org.jspecify.annotations.NullMarked;
