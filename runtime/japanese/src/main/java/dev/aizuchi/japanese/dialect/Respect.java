package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Edits;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Predicate;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Take honorific and humble words out of a text: 召し上がる → 食べる, お待ちになる → 待つ, お持ちいたす → 持つ. */
final class Respect {
    private record Phrase(Pattern pattern, String plain) {}

    private final Tokenizer tokenizer;
    private final Map<String, Verb> plainVerbs = new HashMap<>();
    private final List<Phrase> phrases;
    private final List<Phrase> nouns;

    Respect(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        DataFile data = DataFile.read(Respect.class, "respect.tsv");
        for (List<String> row : data.rows("verbs", 3)) {
            plainVerbs.put(row.get(0), new Verb(row.get(1), VerbClass.valueOf(row.get(2))));
        }
        this.phrases = phrases(data, "phrases");
        this.nouns = phrases(data, "nouns");
    }

    private static List<Phrase> phrases(DataFile data, String section) {
        return data.rows(section, 2).stream()
                .map(row -> new Phrase(Pattern.compile(row.get(0)), row.get(1)))
                .toList();
    }

    /** Drop what only adorns: お薬 → 薬. */
    String bare(String text) {
        String bare = text;
        for (Phrase noun : nouns) {
            bare = noun.pattern.matcher(bare).replaceAll(noun.plain);
        }
        return bare;
    }

    /** Give a text without respect; です・ます stay. */
    String plain(String text) {
        String plain = text;
        for (Phrase phrase : phrases) {
            plain = phrase.pattern.matcher(plain).replaceAll(phrase.plain);
        }
        return verbs(formed(plain));
    }

    /** お待ちになる, ご利用いただく, お座りください: お + stem + what makes it respectful. */
    private String formed(String text) {
        Sentence s = Sentence.whole(tokenizer, text);
        Edits edits = new Edits();
        for (int i = 0; i < s.size(); i++) {
            stem(s, i).ifPresent(stem -> edit(s, stem, edits));
        }
        return edits.in(text);
    }

    /** What stands between a prefix and the verb that makes it respectful. */
    private record Stem(int from, int behind, Verb verb) {}

    private Optional<Stem> stem(Sentence s, int i) {
        // 座っておきなさい is of 置く, not of 来る.
        boolean auxiliary = s.at(i - 1).is("助詞-接続助詞") && s.at(i - 1).surface().matches("[てで]");
        if (auxiliary || !s.at(i).surface().matches("[おごご御].*") || s.at(i).is("助詞")) {
            return Optional.empty();
        }
        boolean prefix = s.at(i).is("接頭詞");
        int noun = prefix ? i + 1 : i;
        String word = prefix ? s.at(noun).surface() : s.at(noun).surface().substring(1);
        return word.isEmpty() ? Optional.empty() : verb(word).map(verb -> new Stem(i, noun + 1, verb));
    }

    /** 待ち → 待つ, 利用 → 利用する; empty for nouns that nobody does. */
    private Optional<Verb> verb(String word) {
        List<Token> noun = tokenizer.tokens(word);
        boolean done = noun.size() == 1 && noun.get(0).is("名詞-サ変接続") && !word.matches(".*[ぁ-ゖ]");
        if (done) {
            return Optional.of(new Verb(word + "する", VerbClass.SURU));
        }
        List<Token> tokens = tokenizer.tokens(word + "ます");
        boolean stem = tokens.size() == 2
                && tokens.get(0).isVerb()
                && tokens.get(0).form().equals("連用形");
        return stem ? Verb.of(tokens.get(0)) : Optional.empty();
    }

    private static void edit(Sentence s, Stem stem, Edits edits) {
        int i = stem.behind;
        Token token = s.at(i);
        boolean become = token.says("に") && s.at(i + 1).base().equals("なる");
        boolean done = token.base().matches("する|いたす|致す|なさる|申し上げる|申す|できる");
        boolean asked = token.says("ください") || token.says("下さい");
        boolean received = token.base().matches("いただく|いただける|頂く|頂ける|くださる|願う|願える");
        if (become || (done && !token.base().equals("できる"))) {
            int last = become ? i + 1 : i;
            boolean passive =
                    s.at(last + 1).base().equals("れる") && s.at(last + 1).is("動詞-接尾");
            Predicate.at(s, stem.from, passive ? last + 1 : last)
                    .ifPresent(place -> edits.replace(place.start(), place.end(), place.filled(stem.verb)));
        } else if (done) {
            Predicate.at(s, stem.from, i)
                    .ifPresent(place -> edits.replace(place.start(), place.end(), place.filled(stem.verb.potential())));
        } else if (asked && token.form().equals("命令ｉ")) {
            edits.replace(s.at(stem.from).start(), token.end(), stem.verb.in(Form.TE));
        } else if (asked || received) {
            edits.replace(s.at(stem.from).start(), token.start(), stem.verb.in(Form.TE));
        }
    }

    private String verbs(String text) {
        Sentence s = Sentence.whole(tokenizer, text);
        Edits edits = new Edits();
        for (int i = 0; i < s.size(); i++) {
            verb(s, i, edits);
        }
        return edits.in(text);
    }

    private void verb(Sentence s, int i, Edits edits) {
        Token token = s.at(i);
        boolean progressive = s.at(i - 1).says("て") || s.at(i - 1).says("で");
        String key = (progressive ? "て" : "") + token.base();
        Verb plain = plainVerbs.getOrDefault(key, progressive ? null : plainVerbs.get(token.base()));
        if (plain == null || !(token.isVerb() || token.type().startsWith("五段・ラ行特殊"))) {
            return;
        }
        boolean asked = token.form().equals("命令ｉ") && token.base().matches("くださる|下さる|なさる|てらっしゃる|いらっしゃる|らっしゃる");
        if (asked) {
            return;
        }
        Verb byPlace = byPlace(s, i, token.base(), plain);
        if (token.form().equals("命令ｉ") && !progressive) {
            edits.replace(token.start(), token.end(), byPlace.in(Form.TE));
            return;
        }
        boolean passive = s.at(i + 1).base().matches("れる|られる")
                && s.at(i + 1).is("動詞-接尾")
                && !token.base().matches("見る");
        Predicate.at(s, i, passive ? i + 1 : i)
                .ifPresent(place -> edits.replace(place.start(), place.end(), place.filled(byPlace)));
    }

    /** いらっしゃる goes where there is a direction, comes where there is a beginning, and else is there. */
    private static Verb byPlace(Sentence s, int i, String base, Verb plain) {
        String before = s.between(Math.max(0, i - 6), i);
        if (base.equals("いらっしゃる")) {
            if (before.matches(".*(?:へ|まで|に行って)")) {
                return new Verb("行く", VerbClass.GODAN);
            }
            if (before.matches(".*(?:から|ようこそ|よく|また|いつ|何時に|こちらに)")) {
                return new Verb("来る", VerbClass.KURU);
            }
        }
        boolean drinks = s.text().matches("(?s).*(?:茶|水|コーヒー|紅茶|酒|ビール|ジュース|薬|牛乳|汁|飲み物).*");
        return plain.dictionary().equals("食べる") && drinks ? new Verb("飲む", VerbClass.GODAN) : plain;
    }
}
