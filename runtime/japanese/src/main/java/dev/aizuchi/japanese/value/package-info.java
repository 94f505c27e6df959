/**
 * Find values in what was said: numbers, quantities, dates, times, durations, recurrences, telephone and room numbers,
 * with their exact places in the original text (inverse text normalisation). For the engine and skills, and for anybody
 * who needs values from Japanese text. Every type is immutable and may be used from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.value;

import org.jspecify.annotations.NullMarked;
