/**
 * Turn an utterance into meaning: the ports between the engine and language models. For adapters and for the Japanese
 * layer.
 */
@NullMarked
package dev.aizuchi.language;

import org.jspecify.annotations.NullMarked;
