/** Hold the Japanese layer to its word. For its authors. Tests run on one thread unless they say otherwise. */
@NullMarked
package dev.aizuchi.japanese;

import org.jspecify.annotations.NullMarked;
