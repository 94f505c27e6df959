package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cut numbers in kanji or figures, with what they count, out of a passage: 三本, 3.5キロ, 三分の一, 元年. */
final class WrittenPieces {
    /** What the dictionary takes for one word with the unit before: パーセントオフ. */
    private static final List<String> RATES = List.of("オフ", "アップ", "ダウン");

    private final Passage passage;
    private final String text;
    private final String hiragana;
    private final WordBounds bounds;

    WrittenPieces(Passage passage) {
        this.passage = passage;
        text = passage.text();
        hiragana = passage.hiragana();
        bounds = passage.bounds();
    }

    /** Give the piece that begins here, or null. */
    @Nullable
    Piece at(int at, @Nullable Piece joinedTo) {
        if (text.startsWith("元年", at) && joinedTo != null && joinedTo.role() == Role.ERA) {
            return Piece.counted(
                    at + 2, new Numeral(at, at + 1, BigDecimal.ONE, BigDecimal.ONE, null, false), named("年"), null);
        }
        Numeral zero = zeroPoint(at);
        if (zero != null) {
            return Piece.number(zero);
        }
        Numeral numeral = WrittenNumerals.at(text, at);
        if (numeral == null) {
            return null;
        }
        boolean figures = text.charAt(at) <= '9';
        if (figures && at > 0 && joinedTo == null && Character.isDigit(text.charAt(at - 1))) {
            // The end of a name such as X15.
            return null;
        }
        Piece fraction = fraction(numeral);
        if (fraction != null && (figures || bounds.startsToken(at))) {
            return fraction;
        }
        boolean latinBefore = figures && at > 0 && Passage.isLatin(text.charAt(at - 1)) && joinedTo == null;
        if (latinBefore) {
            return null;
        }
        Piece counted = counted(numeral, figures, joinedTo);
        return counted == null && isBare(numeral, figures, joinedTo) ? Piece.number(numeral) : counted;
    }

    private @Nullable Piece counted(Numeral numeral, boolean figures, @Nullable Piece joinedTo) {
        int length = weekdayOfMonth(numeral, joinedTo) ? 0 : passage.counters().lengthAt(text, numeral.end());
        Counter counter = length == 0 || passage.latinGoesOn(numeral.end() + length)
                ? null
                : passage.counters().at(text, numeral.end());
        if (counter == null) {
            return null;
        }
        int at = numeral.start();
        int end = numeral.end() + length;
        boolean fits = figures ? !bounds.isInIdiom(at, end) : stands(at, end, joinedTo, order(joinedTo));
        return fits ? Piece.counted(end, numeral, counter, null) : null;
    }

    /** 第二火曜: 火 counts nothing. */
    private boolean weekdayOfMonth(Numeral numeral, @Nullable Piece joinedTo) {
        WordList.Word weekday = order(joinedTo) && numeral.end() < text.length()
                ? passage.words().at(text, numeral.end())
                : null;
        return weekday != null && weekday.role() == Role.WEEKDAY;
    }

    private boolean isBare(Numeral numeral, boolean figures, @Nullable Piece joinedTo) {
        int at = numeral.start();
        boolean several = text.charAt(at) == '数' && numeral.end() == at + 1;
        if (several || passage.latinGoesOn(numeral.end())) {
            return false;
        }
        boolean order = order(joinedTo);
        boolean named = order || (joinedTo != null && joinedTo.role() == Role.LABEL);
        return figures || ((named || !leadsWord(numeral)) && stands(at, numeral.end(), joinedTo, order));
    }

    private boolean order(@Nullable Piece joinedTo) {
        return joinedTo != null && joinedTo.role() == Role.ORDER;
    }

    /** A single kanji before another is the first half of a word: 三色, 四輪. */
    private boolean leadsWord(Numeral numeral) {
        int end = numeral.end();
        return end - numeral.start() == 1
                && end < text.length()
                && Character.isIdeographic(text.charAt(end))
                && !isScore(end);
    }

    /** 五対三. */
    private boolean isScore(int end) {
        return text.charAt(end) == '対' && end + 1 < text.length() && WrittenNumerals.begins(text.charAt(end + 1));
    }

    private boolean stands(int start, int end, @Nullable Piece joinedTo, boolean order) {
        boolean opened = joinedTo != null || bounds.startsToken(start);
        char first = text.charAt(start);
        boolean vetoed = start > 0 && "何幾".indexOf(text.charAt(start - 1)) >= 0;
        if (!opened || vetoed || (order ? bounds.cutsIdiom(end) : bounds.isInIdiom(start, end))) {
            return false;
        }
        boolean counter = !WrittenNumerals.begins(text.charAt(end - 1));
        boolean goesOn = end < text.length()
                && ("半中間後前頃毎ず引弱強".indexOf(text.charAt(end)) >= 0
                        || isScore(end)
                        || text.startsWith("年代", end - 1)
                        || (counter && text.charAt(end) == 'の')
                        || RATES.stream().anyMatch(rate -> text.startsWith(rate, end)));
        return first == '数'
                || goesOn
                || bounds.isWhole(start, end, false)
                || (order && bounds.endsToken(end))
                || (joinedTo != null && bounds.endsToken(end));
    }

    /** 三分の一: the whole first. */
    private @Nullable Piece fraction(Numeral whole) {
        int bar = whole.end();
        boolean drawn = bar < text.length() && (text.charAt(bar) == '\u2044' || slash(whole.start(), bar));
        if (!drawn && !text.startsWith("分の", bar)) {
            return null;
        }
        Numeral part = WrittenNumerals.at(text, drawn ? bar + 1 : bar + 2);
        if (part == null || whole.isVague() || part.isVague() || whole.value().signum() == 0) {
            return null;
        }
        Numeral both = drawn
                ? new Numeral(whole.start(), part.end(), whole.value(), part.value(), null, false)
                : new Numeral(whole.start(), part.end(), part.value(), whole.value(), null, false);
        return new Piece(whole.start(), part.end(), Role.FRACTION, 0, "", both, null, null);
    }

    /** ゼロ点五. */
    private @Nullable Numeral zeroPoint(int at) {
        boolean point =
                hiragana.startsWith("ぜろ", at) && at + 3 < text.length() && "点・.".indexOf(text.charAt(at + 2)) >= 0;
        if (!point || WrittenNumerals.digit(text.charAt(at + 3)) < 0) {
            return null;
        }
        Numeral read = WrittenNumerals.at(text.substring(0, at + 1) + "〇" + text.substring(at + 2), at + 1);
        return read == null || read.end() < at + 4
                ? null
                : new Numeral(at, read.end(), read.value(), read.highest(), null, false);
    }

    /** 1/2 where it is no date: the literals go first. */
    private boolean slash(int start, int bar) {
        return text.charAt(bar) == '/'
                && bar + 1 < text.length()
                && Character.isDigit(text.charAt(bar + 1))
                && (start == 0 || text.charAt(start - 1) != '/');
    }

    private Counter named(String spelling) {
        Counter counter = passage.counters().named(spelling);
        if (counter == null) {
            throw new IllegalStateException("counters.tsv lacks " + spelling);
        }
        return counter;
    }
}
