package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn Kyushu's adjectives in か into those in い, whatever the adjective: 熱か → 熱い, 眠たかった stays. */
final class Adjectives {
    private static final Pattern KA = Pattern.compile(
            "(?<stem>[\\p{IsHan}ぁ-ゖ]{1,6})(?<![いっ]た|んだ)か(?=$|[、。！？!?]|ばい|たい|と(?![いか])|のに|けん|よ|ね|ろう|なあ?|もん|です|っちゃ|[\\p{IsHan}])");

    private final Tokenizer tokenizer;

    Adjectives(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Give a text of which the dialect is known with its adjectives standard. */
    String standard(String text) {
        Matcher matcher = KA.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            String stands = begin(matcher.group("stem")) < 0 ? matcher.group() : matcher.group("stem") + "い";
            matcher.appendReplacement(changed, Matcher.quoteReplacement(stands));
        }
        return matcher.appendTail(changed).toString();
    }

    /** Say where in these characters an adjective's stem of two sounds or a kanji begins, or -1. */
    private int begin(String stem) {
        for (int from = 0; from < stem.length(); from++) {
            String adjective = stem.substring(from) + "い";
            boolean longEnough = adjective.length() > 2 || Character.isIdeographic(adjective.codePointAt(0));
            List<Token> tokens = longEnough ? tokenizer.tokens(adjective) : List.of();
            if (tokens.size() == 1
                    && tokens.get(0).is("形容詞-自立")
                    && tokens.get(0).base().equals(adjective)) {
                return from;
            }
        }
        return -1;
    }
}
