/** Test the care skill by comparing values. For its maintainers. One thread. */
@NullMarked
package dev.aizuchi.care;

import org.jspecify.annotations.NullMarked;
