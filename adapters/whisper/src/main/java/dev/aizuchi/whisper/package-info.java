/**
 * Recognise speech with OpenAI's Whisper, on the device. For integrators, who name {@code whisper} in their
 * configuration or open a model in code. Decoding runs on the caller's thread in {@code finish}, or ahead of it on one
 * thread of the recogniser's own while the speaker pauses.
 */
@NullMarked
package dev.aizuchi.whisper;

import org.jspecify.annotations.NullMarked;
