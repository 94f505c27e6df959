/**
 * Run small neural models on the processor by ONNX Runtime: a Japanese sentence encoder and a voice detector. For
 * integrators, who choose them in a configuration file or open them in code. The encoder is callable from any thread, a
 * voice detector from one.
 */
@NullMarked
package dev.aizuchi.onnx;

import org.jspecify.annotations.NullMarked;
