package dev.aizuchi.japanese.grammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold one sentence of a text with its words.
 *
 * @param text the sentence with the marks that end it
 * @param tokens its words; their places count from the sentence's own beginning
 * @param offset where it begins in the text it was cut from, in UTF-16 units
 */
public record Sentence(String text, List<Token> tokens, int offset) {
    private static final String ENDS = "。！？!?\n";
    private static final String OPEN = "「『（(";
    private static final String CLOSE = "」』）)";

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    /** Analyse a text as one sentence. */
    public static Sentence whole(Tokenizer tokenizer, String text) {
        return new Sentence(text, tokenizer.tokens(text), 0);
    }

    /** Cut a text behind 。！？ and line ends, but not inside brackets; what is cut joins up to the text again. */
    public static List<Sentence> of(Tokenizer tokenizer, String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth = Math.max(0, depth + (OPEN.indexOf(c) >= 0 ? 1 : 0) - (CLOSE.indexOf(c) >= 0 ? 1 : 0));
            boolean runs = i + 1 < text.length() && ENDS.indexOf(text.charAt(i + 1)) >= 0;
            boolean ends = ENDS.indexOf(c) >= 0 && (depth == 0 || c == '\n') && !runs;
            if (ends || i + 1 == text.length()) {
                String cut = text.substring(from, i + 1);
                sentences.add(new Sentence(cut, tokenizer.tokens(cut), from));
                from = i + 1;
                depth = 0;
            }
        }
        return sentences;
    }

    /** Give a word by its index; an empty mark outside the sentence, so that neighbours may be asked for freely. */
    public Token at(int index) {
        return index >= 0 && index < tokens.size()
                ? tokens.get(index)
                : new Token("", "", "文境界", "", "", text.length(), text.length());
    }

    public int size() {
        return tokens.size();
    }

    /** Give the text from a word up to, not including, another. */
    public String between(int from, int to) {
        return from >= to ? "" : text.substring(at(from).start(), at(to - 1).end());
    }

    /** Tell whether the words from an index on stand exactly so. */
    public boolean says(int from, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!at(from + i).says(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Give the index behind the last word that is no mark. */
    public int end() {
        int end = tokens.size();
        while (end > 0 && isMark(tokens.get(end - 1))) {
            end--;
        }
        return end;
    }

    /** Tell whether the sentence ends in a question mark. */
    public boolean asks() {
        return text.strip().matches("(?s).*[?？]");
    }

    static boolean isMark(Token token) {
        return token.is("記号") || token.surface().codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
