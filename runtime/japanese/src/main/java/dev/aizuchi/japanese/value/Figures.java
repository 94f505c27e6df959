package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.number.Numeral;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Write the numbers of a text in figures: 二十三号室 → 23号室, さんじはん → 3時半, 三分の一 → 1/3. */
final class Figures {
    private Figures() {}

    static String written(Pieces pieces, List<Parsed> values) {
        String text = pieces.text();
        StringBuilder written = new StringBuilder(text.length());
        int at = 0;
        int value = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            while (value < values.size() && values.get(value).end() <= piece.start()) {
                value++;
            }
            boolean counts = value < values.size()
                    && values.get(value).start() <= piece.start()
                    && piece.start() < values.get(value).end();
            String figures = counts ? figures(piece, values.get(value), text) : null;
            if (figures != null) {
                written.append(text, at, piece.start()).append(figures);
                at = piece.end();
            }
        }
        return written.append(text, at, text.length()).toString();
    }

    private static @Nullable String figures(Piece piece, Parsed value, String text) {
        Numeral numeral = piece.numeral();
        if (piece.role() == Role.LITERAL && (value.kind() == Kind.PHONE || value.kind() == Kind.ADDRESS)) {
            return value.value().wire();
        }
        if (piece.role() == Role.HALF) {
            return "半";
        }
        if (numeral == null || text.startsWith("半", piece.start()) || text.startsWith("元", piece.start())) {
            return null;
        }
        if (piece.role() == Role.FRACTION) {
            return number(numeral.value()) + "/" + number(numeral.highest());
        }
        if (text.substring(numeral.start(), numeral.end()).contains("数")) {
            return null;
        }
        String number = numeral.digits() != null ? numeral.digits() : number(numeral.value());
        String all = numeral.isVague() ? number(numeral.value()) + "、" + number(numeral.highest()) : number;
        return all + unit(piece, numeral, text);
    }

    private static String number(BigDecimal value) {
        return new Value.Amount(value, "").wire();
    }

    /** A unit said in kana is written as usual: さんじ → 3時. */
    private static String unit(Piece piece, Numeral numeral, String text) {
        String said = text.substring(Math.min(numeral.end(), piece.end()), piece.end());
        boolean kana = !said.isEmpty() && said.chars().allMatch(c -> Kana.isKana(c) && c < 'ァ');
        return piece.counter() != null && (numeral.kana() && (kana || numeral.end() == piece.end()))
                ? piece.unit().name()
                : said;
    }
}
