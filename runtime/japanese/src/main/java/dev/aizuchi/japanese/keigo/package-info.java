/**
 * Form and check keigo after the five classes of 敬語の指針 (2007): what is said with which respect, which faults a sentence
 * has, and how it is repaired. For skills and tools that write Japanese to be heard by guests and people served. Every
 * public type is immutable and may be called from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.keigo;

import org.jspecify.annotations.NullMarked;
