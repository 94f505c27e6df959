/**
 * Understand and form Japanese: normalising, morphology, numbers, closed sets of cues, and the matching of example
 * phrases. For the engine and for skills; usable without the rest of the runtime. Every public type may be called from
 * any thread.
 */
@NullMarked
package dev.aizuchi.japanese;

import org.jspecify.annotations.NullMarked;
