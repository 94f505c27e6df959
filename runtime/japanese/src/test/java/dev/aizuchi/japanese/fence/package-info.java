/** Test the fence on answers that small models gave or could give, and on texts that mean to get through. */
@NullMarked
package dev.aizuchi.japanese.fence;

import org.jspecify.annotations.NullMarked;
