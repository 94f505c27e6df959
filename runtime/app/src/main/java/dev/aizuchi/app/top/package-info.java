/**
 * Show the vital signs of a running robot on a page of text, from its metrics or its journal. For the command
 * {@code top}. For one thread.
 */
@NullMarked
package dev.aizuchi.app.top;

import org.jspecify.annotations.NullMarked;
