/**
 * Hear and play sound: WAV files, the microphone and the loudspeaker of the device, and stand-ins without any. For
 * integrators, who choose them in a configuration file or open them in code. A source is read by one thread, a sink
 * plays for one and may be cut by any.
 */
@NullMarked
package dev.aizuchi.audio;

import org.jspecify.annotations.NullMarked;
