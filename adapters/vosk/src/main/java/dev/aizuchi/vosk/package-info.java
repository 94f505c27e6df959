/**
 * Recognise speech with Vosk, on the device. For integrators, who name {@code vosk} in their configuration or open a
 * model directory in code. There is no thread here: decoding happens on the caller's thread, inside {@code accept} and
 * {@code finish}.
 */
@NullMarked
package dev.aizuchi.vosk;

import org.jspecify.annotations.NullMarked;
