package dev.aizuchi.japanese.grammar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name the forms in which a verb is asked for. */
public enum Form {
    /** 書く. */
    DICTIONARY,
    /** 書き, before ます, たい, ながら. */
    STEM,
    /** 書か, before ない, ず. */
    NEGATIVE,
    /** 書いて. */
    TE,
    /** 書いた, also before ら and り. */
    TA,
    /** 書け, before ば. */
    CONDITIONAL,
    /** 書け, as an order. */
    IMPERATIVE,
    /** 書こう. */
    VOLITIONAL;

    /**
     * Tell in which form a token stands, by its own inflection and by what follows.
     *
     * @return empty for forms of other times and for contractions (書きゃ)
     */
    static Optional<Form> of(Token token, @Nullable Token next) {
        String form = token.form();
        if (next != null && (form.equals("連用タ接続") || form.equals("連用形"))) {
            if (isTe(next)) {
                return Optional.of(TE);
            }
            if (next.type().equals("特殊・タ")) {
                return Optional.of(TA);
            }
        }
        return switch (form) {
            case "基本形", "体言接続", "基本形-促音便" -> Optional.of(DICTIONARY);
            case "連用形" -> Optional.of(STEM);
            case "未然形", "未然ヌ接続", "未然レル接続" -> Optional.of(NEGATIVE);
            case "未然ウ接続" -> Optional.of(VOLITIONAL);
            case "仮定形" -> Optional.of(CONDITIONAL);
            case "命令ｅ", "命令ｉ", "命令ｙｏ", "命令ｒｏ" -> Optional.of(IMPERATIVE);
            default -> Optional.empty();
        };
    }

    /** 〜て as a particle and inside てる, とく. */
    static boolean isTe(Token next) {
        return (next.is("助詞-接続助詞") && (next.says("て") || next.says("で") || next.says("ても") || next.says("でも")))
                || (next.is("動詞-非自立") && next.surface().matches("[てでとど].*"));
    }
}
