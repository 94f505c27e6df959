@NullMarked
package dev.aizuchi.testkit.invariant;

import org.jspecify.annotations.NullMarked;
