/**
 * Read SSML 1.1 as a script for the voice in Java. For who speaks marked-up text. Immutable; callable from any thread.
 */
@NullMarked
package dev.aizuchi.voice.ssml;

import org.jspecify.annotations.NullMarked;
