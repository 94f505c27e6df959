package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn the west's negations 〜ん, 〜へん, 〜ひん, 〜なんだ and the east's 〜ねえ into 〜ない, whatever the verb. */
final class Negation {
    private static final String E_ROW = "えけげせてねべめれ";
    private static final String I_ROW = "いきぎしちにびみり";
    private static final String U_ROW = "うくぐすつぬぶむる";
    private static final String A_ROW = "わかがさたなばまら";
    private static final Pattern HEN =
            Pattern.compile("(?<stem>[\\p{IsHan}ぁ-ゖァ-ヺー]{0,6}?[\\p{IsHan}ぁ-ゖ])(?:へん|ひん|やへん)(?<end>かったら|かった|かっても|)");
    private static final Pattern N = Pattern.compile(
            "(?<stem>[\\p{IsHan}ぁ-ゖ][ぁ-ゖ]{0,4}?[わかがさたなばまらえけげてねべめれいきぎしちにびみり来見着寝出]|(?<!ま)せ)(?<![いうくすつぬぶむるただんや]け)(?:ん)"
                    + "(?<end>かったら|かった|やった|じゃった|だった|でも|で(?!し)|と|けど|けん|けえ|き|から|し(?!ゃ)|わ|よ|ばい|たい|なら|が|の|ね|な(?!さ)|か|とよ|とか|とです|っちゃ|ちゃ|ごと|もん|やろ|やん|やけど|やったら|さかい|よって|ようにな|ようにせ|ようにし|さ(?=$|[。])|$|(?=[、。！？!?]))");

    private static final Pattern NEE =
            Pattern.compile("(?<![こそあど])(?<stem>[\\p{IsHan}ぁ-ゖ][ぁ-ゖ]{0,4}?[わかがさたなばまらえけげべめれいきぎじびみり来見寝出])(?:ねえ|ねぇ|ねー)"
                    + "(?<end>でくれ|で|けど|から|し|よ|な|の|か|だろう?|$|(?=[、。！？!?]))");

    private final Tokenizer tokenizer;

    Negation(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Give a text with its negations standard. */
    String standard(String text) {
        return eastern(replaced(replaced(text, HEN, true), N, false));
    }

    /** 〜ねえ of all the east, and of loose talk anywhere: 来ねえ, 寝れねえ; not it in 寒いねえ. */
    String eastern(String text) {
        return replaced(text, NEE, false);
    }

    private String replaced(String text, Pattern pattern, boolean hen) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            String negated = negated(matcher.group("stem"), hen)
                    .map(verb -> verb + end(matcher.group("end")))
                    .orElse(matcher.group());
            matcher.appendReplacement(changed, Matcher.quoteReplacement(negated));
        }
        return matcher.appendTail(changed).toString();
    }

    /** 〜なかった for the past; what else follows stays for the other rules. */
    private static String end(String end) {
        return switch (end) {
            case "かったら" -> "なかったら";
            case "かっても" -> "なくても";
            case "かった", "やった", "じゃった", "だった" -> "なかった";
            case "でも" -> "なくても";
            default -> "ない" + end;
        };
    }

    /** Find the verb at the end of what stands before the negation, and give it without ない. */
    private Optional<String> negated(String stem, boolean hen) {
        for (int from = 0; from < stem.length(); from++) {
            String before = stem.substring(0, from);
            Optional<Verb> verb = verb(stem.substring(from), hen);
            if (verb.isPresent()) {
                String negative = verb.get().in(Form.NEGATIVE);
                return Optional.of(before + negative);
            }
        }
        return Optional.empty();
    }

    private Optional<Verb> verb(String stem, boolean hen) {
        if (!hen && stem.matches("[でみねにえ]")) {
            // Particles, where a stem of one letter would be a verb: また後でねー.
            return Optional.empty();
        }
        String head = stem.substring(0, stem.length() - 1);
        char last = stem.charAt(stem.length() - 1);
        // 行かれへん is what one cannot do: 行けない.
        int able = last == 'れ' && hen && !head.isEmpty() ? A_ROW.indexOf(head.charAt(head.length() - 1)) : -1;
        if (able >= 0 && head.length() > 1) {
            return known(head.substring(0, head.length() - 1) + U_ROW.charAt(able), VerbClass.GODAN)
                    .map(Verb::potential);
        }
        if (stem.matches("せ|しや|せえ|しい")) {
            return Optional.of(new Verb("する", VerbClass.SURU));
        }
        if (stem.matches(hen ? "来|こ|き|け|きや|こや|来や|来え|来う|来お|こお|けえ|きい|来い" : "来|こ")) {
            return Optional.of(new Verb(stem.startsWith("来") ? "来る" : "くる", VerbClass.KURU));
        }
        if (hen && stem.equals("あら")) {
            return Optional.of(new Verb("ある", VerbClass.GODAN));
        }
        // 見いへん, 出えへん: a stem of one sound is drawn out.
        if (hen
                && stem.matches("[見出寝着煮似みねで][えい]")
                && known(stem + "る", VerbClass.ICHIDAN).isEmpty()) {
            return known(head + "る", VerbClass.ICHIDAN);
        }
        int a = A_ROW.indexOf(last);
        int e = E_ROW.indexOf(last);
        int i = I_ROW.indexOf(last);
        Optional<Verb> ichidan = known(stem + "る", VerbClass.ICHIDAN);
        if (a >= 0) {
            return known(head + U_ROW.charAt(a), VerbClass.GODAN)
                    .or(() -> a == A_ROW.length() - 1 ? ichidan : Optional.empty());
        }
        // 書けへん is 書かない in Osaka; 食べへん is of 食べる itself.
        Optional<Verb> godan = e >= 0 && hen ? known(head + U_ROW.charAt(e), VerbClass.GODAN) : Optional.empty();
        if (godan.isPresent() && !head.isEmpty()) {
            return isTransitive(stem + "る") ? ichidan : godan;
        }
        if (hen && i >= 0 && ichidan.isEmpty()) {
            return known(head + U_ROW.charAt(i), VerbClass.GODAN);
        }
        return ichidan;
    }

    /** 開ける, つける: verbs of their own beside 開く, つく. */
    private static boolean isTransitive(String dictionary) {
        return dictionary.matches(
                ".*(?:開ける|あける|つける|付ける|立てる|入れる|いれる|かける|掛ける|やめる|止める|とめる|続ける|届ける|片付ける|見つける|くれる|向ける|締める|閉める|しめる|始める|食べる|見える|聞こえる|覚える|考える|教える|忘れる|できる|分かれる|取れる|切れる|寝れる|もらえる)");
    }

    private Optional<Verb> known(String dictionary, VerbClass kind) {
        List<Token> tokens = tokenizer.tokens(dictionary);
        // くる is 来る and hardly ever 繰る.
        boolean one = !(dictionary.equals("くる") && kind == VerbClass.GODAN)
                && tokens.size() == 1
                && tokens.get(0).is("動詞")
                && tokens.get(0).base().equals(dictionary);
        return one ? Verb.of(tokens.get(0)).filter(verb -> verb.kind() == kind) : Optional.empty();
    }
}
