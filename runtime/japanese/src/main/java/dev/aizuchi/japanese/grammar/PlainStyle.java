package dev.aizuchi.japanese.grammar;

import java.util.Optional;

/**
 * Take です・ます out of a text: 行きますか → 行くか, 雨でしたので → 雨だったので, 待ってください → 待って.
 *
 * <p>Honorific and humble verbs stay what they are. Callable from any thread.
 */
public final class PlainStyle {
    private final Tokenizer tokenizer;

    public PlainStyle(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Give a text in plain style. */
    public String plain(String text) {
        Sentence sentence = Sentence.whole(tokenizer, text);
        Edits edits = new Edits();
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.at(i);
            if (token.type().equals("特殊・マス")) {
                masu(sentence, i, edits);
            } else if (token.type().equals("特殊・デス")) {
                desu(sentence, i, edits);
            } else if (token.base().equals("くださる") && token.form().equals("命令ｉ")) {
                request(sentence, i, edits);
            }
        }
        return edits.in(text);
    }

    private static void masu(Sentence s, int i, Edits edits) {
        Token before = s.at(i - 1);
        if (before.base().equals("ござる")) {
            exist(s, i, edits);
            return;
        }
        Optional<Verb> verb = Verb.of(before);
        verb.ifPresent(known -> edits.replace(before.start(), end(s, i), inPlaceOfMasu(s, i, known)));
    }

    /** ございます is ある, and at the end of a noun's predicate だ. */
    private static void exist(Sentence s, int i, Edits edits) {
        int from = i - 1;
        Token before = s.at(i - 2);
        if (before.says("ありがとう") || before.says("おめでとう") || before.says("おはよう") || before.says("う")) {
            edits.replace(s.at(from).start(), end(s, i), "");
            return;
        }
        String exists = inPlaceOfMasu(s, i, new Verb("ある", VerbClass.GODAN));
        boolean copula = before.says("で");
        if (before.form().equals("連用ゴザイ接続")) {
            edits.replace(before.start(), end(s, i), before.base());
        } else if (copula && (exists.equals("ある") || exists.equals("あった"))) {
            edits.replace(before.start(), end(s, i), exists.equals("ある") ? noun(s, behind(s, i)) : "だった");
        } else {
            edits.replace(s.at(from).start(), end(s, i), exists);
        }
    }

    private static String inPlaceOfMasu(Sentence s, int i, Verb verb) {
        Token next = s.at(i + 1);
        return switch (s.at(i).surface()) {
            case "まし" ->
                next.says("て")
                        ? verb.in(Form.TE)
                        : next.type().equals("特殊・タ")
                                ? verb.in(Form.TA) + next.surface().substring(1)
                                : verb.in(Form.STEM);
            case "ませ" -> negative(s, i, verb);
            case "ましょ" -> next.says("う") ? verb.in(Form.VOLITIONAL) : verb.in(Form.STEM);
            case "ますれ" -> verb.in(Form.CONDITIONAL);
            default -> verb.in(Form.DICTIONARY);
        };
    }

    private static String negative(Sentence s, int i, Verb verb) {
        if (!s.at(i + 1).says("ん")) {
            return verb.in(Form.IMPERATIVE);
        }
        if (!s.at(i + 2).says("でし")) {
            return verb.negated();
        }
        String past = verb.negated().replaceFirst("い$", "かった");
        return past + s.at(i + 3).surface().replaceFirst("^た", "");
    }

    /** Give where the words of the polite end are over. */
    private static int end(Sentence s, int i) {
        return s.at(behind(s, i) - 1).end();
    }

    private static int behind(Sentence s, int i) {
        Token next = s.at(i + 1);
        boolean joined = (s.at(i).says("まし") && (next.says("て") || next.type().equals("特殊・タ")))
                || (s.at(i).says("ましょ") && next.says("う"));
        if (joined) {
            return i + 2;
        }
        if (s.at(i).says("ませ") && next.says("ん")) {
            return s.at(i + 2).says("でし") && s.at(i + 3).type().equals("特殊・タ") ? i + 4 : i + 2;
        }
        return i + 1;
    }

    private static void desu(Sentence s, int i, Edits edits) {
        Token token = s.at(i);
        Token next = s.at(i + 1);
        boolean inflected = isInflected(s, i - 1);
        if (token.says("でし") && next.type().equals("特殊・タ")) {
            edits.replace(token.start(), next.end(), (inflected ? "" : "だっ") + (inflected ? "" : next.surface()));
        } else if (token.says("でし") && next.says("て")) {
            edits.replace(token.start(), next.end(), "で");
        } else if (token.says("でしょ")) {
            edits.replace(token.start(), next.says("う") ? next.end() : token.end(), next.says("う") ? "だろう" : "だろ");
        } else if (inflected) {
            edits.replace(token.start(), token.end(), "");
        } else {
            edits.replace(token.start(), token.end(), noun(s, i + 1));
        }
    }

    /** Give what stands behind a noun before the next word: 雨だ, 雨か, 雨なので. */
    private static String noun(Sentence s, int next) {
        Token token = s.at(next);
        if (token.says("ので") || token.says("のに") || token.says("もの") || token.says("もん")) {
            return "な";
        }
        boolean asks = token.says("か") || token.says("かね") || token.says("かしら");
        boolean question = next >= s.end() && s.asks();
        return asks || question ? "" : "だ";
    }

    private static boolean isInflected(Sentence s, int index) {
        Token before = s.at(index);
        boolean adjective = before.is("形容詞")
                || before.type().startsWith("特殊・タ")
                || before.type().startsWith("特殊・ナイ")
                || before.type().startsWith("形容詞");
        return adjective || before.is("動詞") || before.type().equals("特殊・マス") || (before.says("ん") && before.is("助動詞"));
    }

    /** 待ってください → 待って, お茶をください → お茶をくれ; お待ちください is left to the honorific verbs. */
    private static void request(Sentence s, int i, Edits edits) {
        Token before = s.at(i - 1);
        if (before.says("て") || before.says("で")) {
            edits.replace(s.at(i).start(), s.at(i).end(), "");
        } else if (before.says("を") || (before.isNoun() && before.is("名詞-数"))) {
            edits.replace(s.at(i).start(), s.at(i).end(), "くれ");
        }
    }
}
