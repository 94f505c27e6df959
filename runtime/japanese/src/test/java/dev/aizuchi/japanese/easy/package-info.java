/** Hold easy Japanese to its level and layout; for the build; one thread. */
@NullMarked
package dev.aizuchi.japanese.easy;

import org.jspecify.annotations.NullMarked;
