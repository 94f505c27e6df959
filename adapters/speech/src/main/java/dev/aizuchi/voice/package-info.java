/**
 * Give the robot a voice: Open JTalk as a program, Kokoro in ONNX Runtime, or recorded sentences. For the
 * configuration's {@code speaking.synthesizer}, through the providers. The speaking thread alone synthesizes; close may
 * come from any thread and cuts a synthesis short.
 */
@NullMarked
package dev.aizuchi.voice;

import org.jspecify.annotations.NullMarked;
