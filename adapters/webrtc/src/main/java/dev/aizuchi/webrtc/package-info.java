/**
 * Take the robot's own voice out of what its microphone hears, by WebRTC's audio processing. For integrators, who name
 * it in {@code agent.yaml}. A canceller is for one thread and starts none.
 */
@NullMarked
package dev.aizuchi.webrtc;

import org.jspecify.annotations.NullMarked;
