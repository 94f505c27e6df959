package dev.aizuchi.japanese.easy;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Know the words of every day, and measure texts by them. */
final class Vocabulary {
    private final Tokenizer tokenizer;
    private final Set<String> everyday = new HashSet<>();

    Vocabulary(Tokenizer tokenizer, DataFile data) {
        this.tokenizer = tokenizer;
        data.lines("everyday").forEach(line -> everyday.addAll(List.of(line.split(" "))));
    }

    WordLevel level(String text) {
        int longest = 0;
        int words = 0;
        int known = 0;
        for (Sentence sentence : Sentence.of(tokenizer, text)) {
            longest = Math.max(longest, sentence.text().strip().length());
            for (Token token : sentence.tokens()) {
                if (carriesMeaning(token)) {
                    words++;
                    known += everyday.contains(token.base()) || everyday.contains(token.surface()) ? 1 : 0;
                }
            }
        }
        return new WordLevel(words == 0 ? 1 : (double) known / words, longest);
    }

    private static boolean carriesMeaning(Token token) {
        boolean noun = token.isNoun()
                && !token.is("名詞-数")
                && !token.is("名詞-接尾")
                && !token.is("名詞-非自立")
                && !token.is("名詞-固有名詞");
        return noun || token.is("動詞-自立") || token.is("形容詞-自立");
    }
}
