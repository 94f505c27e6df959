/** Test the reading of text. */
@org.jspecify.annotations.NullMarked
package dev.aizuchi.japanese.reading;
