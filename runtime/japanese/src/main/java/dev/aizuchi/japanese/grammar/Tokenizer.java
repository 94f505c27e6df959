package dev.aizuchi.japanese.grammar;

import dev.aizuchi.japanese.Morphology;
import java.util.List;

/** Split a text into words with their inflection; callable from any thread, as {@link Morphology} is. */
public final class Tokenizer {
    private final Morphology morphology = new Morphology();

    /** Split a text; any text is taken, and blanks and marks are words of their own (記号-…). */
    public List<Token> tokens(String text) {
        return morphology.analyze(text, Token::of);
    }
}
