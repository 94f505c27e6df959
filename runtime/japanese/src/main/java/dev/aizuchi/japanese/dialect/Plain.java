package dev.aizuchi.japanese.dialect;

import java.util.Optional;

/**
 * Hold what was meant, in the plain standard language.
 *
 * @param text the plain form
 * @param dialect in which dialect it was said; empty for the standard language
 */
public record Plain(String text, Optional<Region> dialect) {}
