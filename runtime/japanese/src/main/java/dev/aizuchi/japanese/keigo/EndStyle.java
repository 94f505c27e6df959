package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.grammar.PoliteStyle;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import java.util.Optional;

/** Tell whether a sentence's end is plain where it should be polite. */
final class EndStyle {
    private final PoliteStyle style;

    EndStyle(PoliteStyle style) {
        this.style = style;
    }

    boolean isPolite(Sentence sentence) {
        return style.isPolite(sentence);
    }

    /** Tell whether a sentence has an end that could be polite and is not. */
    boolean isPlain(Sentence sentence) {
        return !style.isPolite(sentence)
                && !style.polite(sentence.text()).equals(sentence.text())
                && hasPredicate(sentence);
    }

    /** Give the fault of a plain end with its polite words. */
    Optional<Issue> issue(Sentence sentence, IssueKind kind) {
        String text = sentence.text();
        String polite = style.polite(text);
        int same = 0;
        while (same < Math.min(text.length(), polite.length()) && text.charAt(same) == polite.charAt(same)) {
            same++;
        }
        Token last = sentence.at(sentence.end() - 1);
        int end = last.end();
        // Whole words are marked, so that a person sees what is meant.
        int start = start(sentence, Math.min(same, Math.max(0, end - 1)));
        int behind = text.length() - end;
        return Optional.of(new Issue(
                start, end, kind, text.substring(start, end), polite.substring(start, polite.length() - behind)));
    }

    private static int start(Sentence sentence, int place) {
        return sentence.tokens().stream()
                .filter(token -> token.start() <= place && place < token.end())
                .mapToInt(Token::start)
                .findFirst()
                .orElse(place);
    }

    /** A heading or a name is no sentence: 本日の献立. */
    private static boolean hasPredicate(Sentence sentence) {
        Token last = sentence.at(sentence.end() - 1);
        return !last.isNoun() || sentence.asks();
    }
}
