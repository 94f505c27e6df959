package dev.aizuchi.japanese.easy;

import dev.aizuchi.japanese.grammar.Edits;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Say straight what is said by two negations: 来なければなりません → 来てください, ならないうちに → なる前に. */
final class Negations {
    private static final Pattern MUST = Pattern.compile(
            "なければ(?:なりません|ならない(?:です)?|いけません|いけない(?:です)?)|ないと(?:いけません|いけない(?:です)?)|なくては(?:なりません|いけません|ならない|いけない)");
    private static final Pattern MAY = Pattern.compile("ない(?:こと|わけ)(?:は|も|では)(?:ありません|ないです|ない)");
    private static final Pattern CANNOT_BUT = Pattern.compile("ざるを(?:得|え)(?:ません|ない)");
    private static final Pattern BEFORE = Pattern.compile("ないうちに");
    private static final Pattern ONLY = Pattern.compile("しか(?=[^、。]*ません$)");

    private final Tokenizer tokenizer;

    Negations(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Take a sentence without the mark at its end. */
    String straight(String text) {
        String straight = replaced(text, MUST, verb -> verb.in(Form.TE) + "ください");
        straight = replaced(straight, MAY, verb -> verb.dictionary() + "ことがあります");
        straight = replaced(straight, CANNOT_BUT, verb -> verb.in(Form.STEM) + "ます");
        straight = replaced(straight, BEFORE, verb -> verb.dictionary() + "前に");
        return only(straight);
    }

    private String replaced(String text, Pattern pattern, Function<Verb, String> said) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        Sentence s = Sentence.whole(tokenizer, text);
        Edits edits = new Edits();
        for (int i = 1; i < s.size(); i++) {
            if (s.at(i).start() == matcher.start()) {
                int start = s.at(verbBefore(s, i)).start();
                verb(s, i).ifPresent(verb -> edits.replace(start, matcher.end(), said.apply(verb)));
            }
        }
        return edits.in(text);
    }

    /** 食べ・られ・ない keeps what it can. */
    private static int verbBefore(Sentence s, int i) {
        return s.at(i - 1).is("動詞-接尾") ? i - 2 : i - 1;
    }

    private static Optional<Verb> verb(Sentence s, int i) {
        int from = verbBefore(s, i);
        return from == i - 1 ? Verb.of(s.at(from)) : Optional.of(new Verb(s.between(from, i) + "る", VerbClass.ICHIDAN));
    }

    /** 一人しか入れません → 一人だけ入れます. */
    private String only(String text) {
        Matcher matcher = ONLY.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        Sentence s = Sentence.whole(tokenizer, text);
        Token last = s.at(s.end() - 2);
        boolean polite = last.says("ませ");
        String head = text.substring(0, matcher.start()) + "だけ" + text.substring(matcher.end());
        return polite ? head.substring(0, head.length() - "ません".length()) + "ます" : text;
    }
}
