/** Test the values found in speech. */
@org.jspecify.annotations.NullMarked
package dev.aizuchi.japanese.value;
