package dev.aizuchi.japanese.reading;

/**
 * Hold a stretch of text that is not read as it is written: 3時, 090-1234-5678, kg.
 *
 * @param start its first unit in the spelled text
 * @param end the unit after the last
 * @param said how it is read, in kana; a blank parts accent phrases
 */
record Written(int start, int end, String said) {}
