/**
 * Tell what is meant from what is said in its place in a conversation: indirect answers, and the small sounds of a
 * listener. For engines and skills that ask people something. Every public type is immutable and may be called from any
 * thread.
 */
@NullMarked
package dev.aizuchi.japanese.pragmatics;

import org.jspecify.annotations.NullMarked;
