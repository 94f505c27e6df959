/** Test the encoder and the voice detector with the shipped models. For maintainers. Each test has its own model. */
@NullMarked
package dev.aizuchi.onnx;

import org.jspecify.annotations.NullMarked;
