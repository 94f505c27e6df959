package dev.aizuchi.language;

/**
 * Hold a statement of a document, and where it stands.
 *
 * @param text one statement, as it is written
 * @param source the document's title
 * @param section the headings above it, outermost first, parted by 「 ＞ 」; "" for none
 * @param date when the document was written or last changed, as it says itself or ISO; "" when unknown
 * @param score how well it answers the question, from 0 to 1
 */
public record Passage(String text, String source, String section, String date, double score) {}
