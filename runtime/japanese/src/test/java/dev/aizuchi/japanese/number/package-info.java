/** Test numbers and counters. */
@org.jspecify.annotations.NullMarked
package dev.aizuchi.japanese.number;
