/**
 * Read and say numbers and what is counted: figures, kanji and kana, with the changes of sound that counters bring. For
 * the packages that find values in speech and that read text aloud, and for anybody who needs numbers alone. Every type
 * is immutable and may be used from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.number;

import org.jspecify.annotations.NullMarked;
