/** Test the language models: without a network, on a tiny model with random weights and on a played server. */
@NullMarked
package dev.aizuchi.llama;

import org.jspecify.annotations.NullMarked;
