package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Predicate;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Find the same respect paid twice: おっしゃられる, お読みになられる, お話しされる, 拝見させていただく. */
final class DoubleKeigo implements Rule {
    private static final Set<String> HONORIFIC =
            Set.of("おっしゃる", "いらっしゃる", "なさる", "召し上がる", "くださる", "下さる", "見える", "らっしゃる", "仰る");
    private static final Set<String> HUMBLE = Set.of("伺う", "参る", "申す", "申し上げる", "いたす", "承る", "頂く", "いただく");

    @Override
    public List<Issue> find(Sentence s) {
        List<Issue> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            at(s, i).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Issue> at(Sentence s, int i) {
        return verbTwice(s, i)
                .or(() -> becomeTwice(s, i))
                .or(() -> doneTwice(s, i))
                .or(() -> permittedTwice(s, i));
    }

    /** おっしゃら・れる. */
    private static Optional<Issue> verbTwice(Sentence s, int i) {
        boolean twice = i + 1 < s.size() && HONORIFIC.contains(s.at(i).base()) && isPassive(s.at(i + 1));
        return twice ? Verb.of(s.at(i)).flatMap(verb -> issue(s, i, i + 1, verb)) : Optional.empty();
    }

    /** お読み・に・なら・れる. */
    private static Optional<Issue> becomeTwice(Sentence s, int i) {
        boolean become = s.at(i).says("に") && s.at(i + 1).says("なら") && isPassive(s.at(i + 2)) && isRespected(s, i);
        return become ? issue(s, i + 1, i + 2, new Verb("なる", VerbClass.GODAN)) : Optional.empty();
    }

    /** お話し・さ・れる, where お〜する is humble by itself. */
    private static Optional<Issue> doneTwice(Sentence s, int i) {
        boolean done = s.at(i).says("さ") && s.at(i).base().equals("する") && isPassive(s.at(i + 1)) && isRespected(s, i);
        boolean humbleNoun = s.at(i - 1).surface().startsWith("拝");
        if (!done || humbleNoun) {
            return Optional.empty();
        }
        boolean stem = s.at(i - 1).surface().matches(".*[ぁ-ゖ]");
        Verb verb = stem ? new Verb("になる", VerbClass.GODAN) : new Verb("なさる", VerbClass.HONORIFIC);
        return issue(s, i, i + 1, verb);
    }

    /** 拝見・させ・て・いただく, 伺わ・せ・て・いただく, お送り・さ・せ・て・いただく. */
    private static Optional<Issue> permittedTwice(Sentence s, int i) {
        int te = s.at(i + 1).base().matches("せる|させる") ? i + 2 : i + 1;
        boolean permitted = s.says(te, "て")
                && s.at(te + 1).base().matches("いただく|頂く")
                && s.at(te - 1).base().matches("せる|させる");
        if (!permitted) {
            return Optional.empty();
        }
        Token token = s.at(i);
        if (HUMBLE.contains(token.base()) && te == i + 2) {
            return Verb.of(token).flatMap(verb -> issue(s, i, te + 1, verb));
        }
        boolean humble = s.at(i - 1).surface().startsWith("拝")
                || (isRespected(s, i) && s.at(i - 1).surface().matches(".*[ぁ-ゖ]"));
        boolean done = token.base().equals("する") || token.says("させ");
        return humble && done ? issue(s, i, te + 1, new Verb("いたす", VerbClass.GODAN)) : Optional.empty();
    }

    /** Tell whether the noun that ends before an index has お or ご. */
    static boolean isRespected(Sentence s, int index) {
        Token noun = s.at(index - 1);
        boolean prefixed =
                s.at(index - 2).is("接頭詞") && s.at(index - 2).surface().matches("[おご御]");
        boolean lexical = noun.surface().matches("[おご御].+") && (noun.isNoun() || noun.is("動詞"));
        return prefixed || lexical;
    }

    static boolean isPassive(Token token) {
        return token.is("動詞-接尾") && (token.base().equals("れる") || token.base().equals("られる"));
    }

    private static Optional<Issue> issue(Sentence s, int from, int last, Verb verb) {
        return found(s, from, last, verb, IssueKind.DOUBLE_KEIGO);
    }

    /** Put a verb in the place of words; what of the replaced words stays the same at the end is cut off the span. */
    static Optional<Issue> found(Sentence s, int from, int last, Verb verb, IssueKind kind) {
        return Predicate.at(s, from, last).map(place -> {
            String surface = s.text().substring(place.start(), place.end());
            String filled = place.filled(verb);
            boolean keeps = place.form() == Form.TE || place.form() == Form.TA;
            // The て of the next word counts only where the new verb voices it.
            boolean same = keeps && surface.charAt(surface.length() - 1) == filled.charAt(filled.length() - 1);
            int cut = same ? place.end() - s.at(last).end() : 0;
            return new Issue(
                    place.start(),
                    place.end() - cut,
                    kind,
                    surface.substring(0, surface.length() - cut),
                    filled.substring(0, filled.length() - cut));
        });
    }
}
