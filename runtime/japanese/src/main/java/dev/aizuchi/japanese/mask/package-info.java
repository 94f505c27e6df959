/**
 * Find personal data in Japanese text and put typed placeholders in its place, reversible only with a key. For
 * journals, reports and whoever stores what people say. Every public type is immutable and may be called from any
 * thread.
 */
@NullMarked
package dev.aizuchi.japanese.mask;

import org.jspecify.annotations.NullMarked;
