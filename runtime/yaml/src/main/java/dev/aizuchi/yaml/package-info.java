/** Tell where in a YAML file something stands, so that a fault can name the line. */
@NullMarked
package dev.aizuchi.yaml;

import org.jspecify.annotations.NullMarked;
