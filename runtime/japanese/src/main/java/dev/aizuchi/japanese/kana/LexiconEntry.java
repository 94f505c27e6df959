package dev.aizuchi.japanese.kana;

import java.util.List;

/**
 * Describe a word that a site teaches: a resident, a room, a thing.
 *
 * @param surface how it is written
 * @param reading how it sounds, in kana
 * @param accent after which mora the pitch falls, 0 for never, -1 when it is not known
 * @param kind what it is: person, place, thing …
 * @param honorific what is said behind it: 様, さん; empty for none
 * @param aliases other spellings or short forms in kana or kanji
 */
public record LexiconEntry(
        String surface, String reading, int accent, String kind, String honorific, List<String> aliases) {

    /** Check that it can be written and said. */
    public LexiconEntry {
        if (surface.isBlank() || reading.isBlank()) {
            throw new IllegalArgumentException(
                    "a lexicon entry needs a surface and a reading: " + surface + " " + reading);
        }
        if (accent < -1 || accent > reading.length()) {
            throw new IllegalArgumentException("the accent of " + surface + " lies outside its reading: " + accent);
        }
        aliases = List.copyOf(aliases);
    }
}
