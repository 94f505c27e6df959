package dev.aizuchi.japanese.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turn what is forbidden into the order that it forbids: 「電気を消さないでね」 → 「電気を消して」. Callable from any thread. */
public final class Prohibition {
    private static final Set<String> NEGATIONS = Set.of("ない", "ん", "ぬ");
    /** What may stand behind the negation without saying anything more: 〜ないでください, 〜なくていい, 〜ないでほしい, 〜ないでおいて. */
    private static final Set<String> CARRIERS =
            Set.of("くださる", "くれる", "もらう", "もらえる", "いただく", "いただける", "ほしい", "欲しい", "いい", "よい", "結構", "大丈夫", "おく", "いる");

    private final Tokenizer tokenizer;

    public Prohibition(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * Give the order that a text in the standard language forbids.
     *
     * @return empty for what forbids nothing, or says more behind it
     */
    public Optional<String> order(String text) {
        List<Token> tokens = tokenizer.tokens(text);
        for (int i = tokens.size() - 2; i >= 0; i--) {
            Token verb = tokens.get(i);
            if (forbids(verb, tokens.get(i + 1)) && saysNoMore(tokens.subList(i + 2, tokens.size()))) {
                return Verb.of(verb).map(it -> text.substring(0, verb.start()) + it.in(Form.TE));
            }
        }
        return Optional.empty();
    }

    /** 消さ｜ない, or 消す｜な. */
    private static boolean forbids(Token verb, Token next) {
        boolean negated = NEGATIONS.contains(next.base()) && (next.is("助動詞") || next.is("形容詞"));
        boolean never = next.says("な") && next.isParticle() && verb.says(verb.base());
        return verb.isVerb() && (negated || never);
    }

    private static boolean saysNoMore(List<Token> rest) {
        return rest.stream()
                .allMatch(token -> CARRIERS.contains(token.base())
                        || !(token.isVerb() || token.isNoun() || token.is("形容詞") || token.is("副詞")));
    }
}
