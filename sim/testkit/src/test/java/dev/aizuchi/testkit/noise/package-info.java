@NullMarked
package dev.aizuchi.testkit.noise;

import org.jspecify.annotations.NullMarked;
