/** Test the conversation skill by comparing values. For its maintainers. One thread. */
@NullMarked
package dev.aizuchi.conversation;

import org.jspecify.annotations.NullMarked;
