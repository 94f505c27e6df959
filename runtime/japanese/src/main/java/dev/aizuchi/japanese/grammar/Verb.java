package dev.aizuchi.japanese.grammar;

import java.util.Map;
import java.util.Optional;

/**
 * Conjugate a verb by rule.
 *
 * @param dictionary its dictionary form, which may hold what belongs to it: 持ってくる, ご覧になる, 利用する
 * @param kind how it is conjugated
 */
public record Verb(String dictionary, VerbClass kind) {
    private static final String U_ROW = "うくぐすつぬぶむる";
    private static final String A_ROW = "わかがさたなばまら";
    private static final String I_ROW = "いきぎしちにびみり";
    private static final String E_ROW = "えけげせてねべめれ";
    private static final String O_ROW = "おこごそとのぼもろ";
    private static final Map<Character, String> TE_ENDS =
            Map.of('う', "って", 'く', "いて", 'ぐ', "いで", 'す', "して", 'つ', "って", 'ぬ', "んで", 'ぶ', "んで", 'む', "んで", 'る', "って");
    private static final String[] TE_WITH_SOUND_KEPT = {"問う", "請う", "乞う"};

    public Verb {
        boolean fits = !dictionary.isEmpty()
                && switch (kind) {
                    case GODAN -> U_ROW.indexOf(last(dictionary)) >= 0;
                    case ICHIDAN, HONORIFIC -> last(dictionary) == 'る';
                    case SURU -> dictionary.endsWith("する") || dictionary.endsWith("ずる");
                    case KURU -> dictionary.endsWith("来る") || dictionary.endsWith("くる");
                };
        if (!fits) {
            throw new IllegalArgumentException(dictionary + " is no verb of the class " + kind);
        }
    }

    /** Read a verb from a token; empty when it is none, or none that stands alone today. */
    public static Optional<Verb> of(Token token) {
        // ある of 〜じゃありません is an auxiliary to the dictionary.
        if (!token.is("動詞") && !token.type().equals("五段・ラ行アル")) {
            return Optional.empty();
        }
        try {
            // The dictionary knows some of these as 五段 as well (おっしゃらない).
            VerbClass kind = token.base().matches(".*(?:っしゃる|くださる|下さる|なさる|ござる)")
                    ? VerbClass.HONORIFIC
                    : VerbClass.of(token.type());
            return Optional.of(new Verb(token.base(), kind));
        } catch (IllegalArgumentException e) {
            // Classical verbs (す, 来) and dictionary forms cut short.
            return Optional.empty();
        }
    }

    /** Give the verb in a form. */
    public String in(Form form) {
        return switch (form) {
            case DICTIONARY -> dictionary;
            case STEM -> row(I_ROW, "し", "き", "い");
            case NEGATIVE -> dictionary.equals("ある") ? "" : row(A_ROW, "し", "こ", "ら");
            case TE -> te();
            case TA -> past(te());
            case CONDITIONAL -> row(E_ROW, "すれ", "くれ", "れ");
            case IMPERATIVE -> kind == VerbClass.ICHIDAN ? stem() + "ろ" : row(E_ROW, "しろ", "こい", "い");
            case VOLITIONAL -> kind == VerbClass.ICHIDAN ? stem() + "よう" : row(O_ROW, "しよう", "こよう", "ろ", "う");
        };
    }

    /** Give 書ける, 見られる, できる; a 五段 verb's is an 一段 verb. */
    public Verb potential() {
        if (kind == VerbClass.SURU && dictionary.endsWith("する")) {
            return ichidan(cut(2) + "できる");
        }
        return ichidan(kind == VerbClass.ICHIDAN ? stem() + "られる" : row(E_ROW, "しえ", "こられ", "れ") + "る");
    }

    /** Give 書かれる, 見られる: passive, and honorific. */
    public Verb passive() {
        return ichidan(kind == VerbClass.ICHIDAN ? stem() + "られる" : row(A_ROW, "さ", "こら", "ら") + "れる");
    }

    /** Give 書かせる, 見させる. */
    public Verb causative() {
        return ichidan(kind == VerbClass.ICHIDAN ? stem() + "させる" : row(A_ROW, "さ", "こさ", "ら") + "せる");
    }

    /** Give the verb with something before it: お + 読む is none, but 本を + 読む is. */
    public Verb after(String before) {
        return new Verb(before + dictionary, kind);
    }

    /** Give 書かない; ある has ない. */
    public String negated() {
        return dictionary.equals("ある") ? "ない" : in(Form.NEGATIVE) + "ない";
    }

    private static Verb ichidan(String dictionary) {
        return new Verb(dictionary, VerbClass.ICHIDAN);
    }

    private String row(String row, String suru, String kuru, String honorific) {
        return row(row, suru, kuru, honorific, "");
    }

    private String row(String row, String suru, String kuru, String honorific, String behindGodan) {
        return switch (kind) {
            case ICHIDAN -> row.equals(E_ROW) ? stem() + "れ" : stem();
            case SURU ->
                cut(2) + (last(cut(1)) == 'ず' ? suru.replaceFirst("^す", "ず").replaceFirst("^[さし]", "じ") : suru);
            case KURU -> kuru(kuru);
            case HONORIFIC -> stem() + honorific + (row.equals(O_ROW) ? behindGodan : "");
            case GODAN -> stem() + row.charAt(U_ROW.indexOf(last(dictionary))) + (row.equals(O_ROW) ? "う" : "");
        };
    }

    /** 来る keeps its character whatever is said: 来ない, 来ます. */
    private String kuru(String kana) {
        return dictionary.endsWith("来る") ? stem() + kana.substring(1) : cut(2) + kana;
    }

    private String te() {
        return switch (kind) {
            case ICHIDAN -> stem() + "て";
            case SURU -> in(Form.STEM) + "て";
            case KURU -> kuru("き") + "て";
            case HONORIFIC -> stem() + "って";
            case GODAN -> teOfGodan();
        };
    }

    private String teOfGodan() {
        for (String kept : TE_WITH_SOUND_KEPT) {
            if (dictionary.endsWith(kept)) {
                return dictionary + "て";
            }
        }
        boolean going = dictionary.endsWith("行く") || dictionary.equals("いく") || dictionary.endsWith("ていく");
        return stem() + (going ? "って" : TE_ENDS.get(last(dictionary)));
    }

    private static String past(String te) {
        return te.substring(0, te.length() - 1) + (last(te) == 'で' ? "だ" : "た");
    }

    private String stem() {
        return cut(1);
    }

    private String cut(int units) {
        return dictionary.substring(0, dictionary.length() - units);
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
