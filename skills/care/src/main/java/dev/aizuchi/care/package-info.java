/**
 * Answer the wishes of people in care: the toilet, a glass of water, the nurse, the light. For residents and those who
 * look after them; an author of another skill may read it as an example. Immutable, safe on any thread.
 */
@NullMarked
package dev.aizuchi.care;

import org.jspecify.annotations.NullMarked;
