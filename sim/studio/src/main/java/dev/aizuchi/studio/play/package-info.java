/**
 * Scenarios and reports in the studio: listed, played as a film that can be halted and wound back, and read.
 *
 * <p>For the studio's server. A scenario is played on the thread that asks, one at a time.
 */
@NullMarked
package dev.aizuchi.studio.play;

import org.jspecify.annotations.NullMarked;
