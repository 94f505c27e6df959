/** Break what stands before the guard, each part a process of its own, and time how soon the wheels stand. */
@NullMarked
package dev.aizuchi.app.guard;

import org.jspecify.annotations.NullMarked;
