/** Test the sounds of Japanese. */
@org.jspecify.annotations.NullMarked
package dev.aizuchi.japanese.kana;
