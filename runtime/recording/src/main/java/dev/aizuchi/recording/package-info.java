/**
 * Record what a robot did as MCAP files, and give the journal back from them. For the app, which decides whether
 * anything is recorded. A recorder writes on a thread of its own; a run's file is for one thread.
 */
@NullMarked
package dev.aizuchi.recording;

import org.jspecify.annotations.NullMarked;
