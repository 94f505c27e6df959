package dev.aizuchi.japanese.value;

import org.jspecify.annotations.Nullable;

/** Find one family of expressions among the pieces of a text. */
@FunctionalInterface
interface Rule {
    /** Parse the longest expression of the family that begins with piece i, or give null. */
    @Nullable
    Parsed at(Pieces pieces, int i, Now now);
}
