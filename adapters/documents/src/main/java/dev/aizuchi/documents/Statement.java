package dev.aizuchi.documents;

/**
 * One thing that a document says.
 *
 * @param text the sentence, list item or table cell, as a sentence
 * @param source the document's title
 * @param section the headings above it; "" for none
 * @param date the document's date; "" when unknown
 */
record Statement(String text, String source, String section, String date) {

    /** Give all by which it can be found. */
    String searched() {
        return source + "。" + section + "。" + text;
    }
}
