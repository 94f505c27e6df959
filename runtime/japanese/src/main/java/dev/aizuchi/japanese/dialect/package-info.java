/**
 * Say in the standard language what was said in a dialect or politely. Packs of data for Kansai, Tohoku, Kyushu,
 * Chugoku, Nagoya and Okinawa, for understanding and for reading back what was understood. Every public type is
 * immutable and may be called from any thread.
 */
@NullMarked
package dev.aizuchi.japanese.dialect;

import org.jspecify.annotations.NullMarked;
