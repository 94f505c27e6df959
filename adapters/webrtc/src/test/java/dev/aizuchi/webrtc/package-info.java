/**
 * Test the canceller with made sounds and the real library. For maintainers of this module. Everything runs on the
 * test's thread.
 */
@NullMarked
package dev.aizuchi.webrtc;

import org.jspecify.annotations.NullMarked;
