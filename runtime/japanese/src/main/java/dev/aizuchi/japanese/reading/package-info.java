/**
 * Read text aloud: any text that a robot may say becomes katakana in accent phrases, and streamed text is cut into
 * units that can be spoken (text normalisation). For synthesis, and for anybody who needs readings. Every type may be
 * used from any thread but {@code SentenceStream}, which belongs to one.
 */
@NullMarked
package dev.aizuchi.japanese.reading;

import org.jspecify.annotations.NullMarked;
