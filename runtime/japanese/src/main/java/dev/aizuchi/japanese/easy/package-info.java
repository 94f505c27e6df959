/**
 * Rewrite Japanese into やさしい日本語, for people who learn the language, read little or are in distress; callable from any
 * thread.
 */
@NullMarked
package dev.aizuchi.japanese.easy;

import org.jspecify.annotations.NullMarked;
