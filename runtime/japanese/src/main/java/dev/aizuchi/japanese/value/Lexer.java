package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.NumberSpeech;
import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.number.SpokenNumerals;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cut out of a spelled text the pieces of which values are made. */
final class Lexer {
    private final Morphology morphology;
    private final Counters counters = new Counters();
    private final SpokenNumerals spoken = new SpokenNumerals();
    private final NumberSpeech speech = new NumberSpeech();
    private final WordList words = new WordList();
    private final WordBounds.Words idioms = new WordBounds.Words();
    private final Literals literals = new Literals(spoken);

    Lexer(Morphology morphology) {
        this.morphology = morphology;
    }

    Pieces pieces(String text) {
        if (!mayHoldValues(text)) {
            return new Pieces(text, List.of());
        }
        Pass pass = new Pass(text);
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            Piece piece = pass.at(at, last != null && last.end() == at ? last : null);
            if (piece != null) {
                pieces.add(piece);
            }
            at = piece == null ? at + 1 : piece.end();
        }
        return new Pieces(text, pieces);
    }

    /** Most sentences of a talk hold nothing that could be a value; these need no morphology. */
    private boolean mayHoldValues(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = Kana.hiragana(text.substring(i, i + 1)).charAt(0);
            if (WrittenNumerals.begins(c)
                    || words.begins(c)
                    || spoken.begins(c)
                    || c == '半'
                    || "¥$€£〒+ひふみいむなやこは".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Go once through a text. */
    private final class Pass {
        private final String text;
        private final String hiragana;
        private final WordBounds bounds;

        Pass(String text) {
            this.text = text;
            hiragana = Kana.hiragana(text);
            bounds = new WordBounds(idioms, text, morphology.analyze(text));
        }

        /** Give the longest piece that begins here, or null. */
        @Nullable
        Piece at(int at, @Nullable Piece joinedTo) {
            Piece literal = literals.at(text, hiragana, at);
            if (literal != null && (joinedTo == null || joinedTo.role() != Role.NUMBER)) {
                return literal;
            }
            Piece word = word(at, joinedTo);
            Piece number = number(at, joinedTo);
            if (number == null) {
                number = spokenNumber(at, joinedTo);
            }
            if (number == null) {
                number = half(at, joinedTo);
            }
            return number == null || (word != null && word.end() >= number.end()) ? word : number;
        }

        private @Nullable Piece word(int at, @Nullable Piece joinedTo) {
            WordList.Word word = words.begins(text.charAt(at)) ? words.at(text, at) : null;
            if (word == null) {
                Role role = text.charAt(at) == '-'
                                && joinedTo == null
                                && at + 1 < text.length()
                                && Character.isDigit(text.charAt(at + 1))
                        ? Role.MINUS
                        : null;
                return role != null && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                        ? Piece.word(at, at + 1, role, 0, "")
                        : per(at);
            }
            int end = at + word.spelling().length();
            boolean kana = Kana.isKana(text.charAt(at)) && Kana.isKana(text.charAt(end - 1)) && text.charAt(at) < 'ァ';
            boolean fits =
                    switch (word.role()) {
                        case ORDER ->
                            numberFollows(end)
                                    && !bounds.isInIdiom(at, end)
                                    && (!kana || joinedTo != null || bounds.opens(at));
                        case MERIDIEM ->
                            (numberFollows(end) && (!kana || joinedTo != null || bounds.opens(at)))
                                    || (isLatin(text.charAt(at)) && timeBefore(at) && !latinGoesOn(end));
                        case BELOW, MINUS, SPEED ->
                            numberFollows(end) && (!kana || joinedTo != null || bounds.opens(at));
                        case MONTH_PART -> word.n() > 0 || (at > 0 && (joinedTo != null || text.charAt(at - 1) == 'の'));
                        case WHICH -> weekdayFollows(end);
                        case WEEKDAYS, EVERY -> bounds.startsToken(at) && !bounds.isInIdiom(at, end);
                        case ERA, LABEL -> !bounds.isInIdiom(at, end);
                        default ->
                            !bounds.isInIdiom(at, end)
                                    && (kana ? sounds(word, at, end, joinedTo) : isWritten(word, at, end, joinedTo));
                    };
            if (!fits && word.role() == Role.MERIDIEM && !kana && text.charAt(at) == '午' && bounds.startsToken(at)) {
                return Piece.word(at, end, Role.DAYPART, 0, word.text().equals("am") ? "morning" : "afternoon");
            }
            return fits ? Piece.word(at, end, word.role(), word.n(), word.text()) : per(at);
        }

        /** A word in kana: at home between what stands around it. */
        private boolean sounds(WordList.Word word, int at, int end, @Nullable Piece joinedTo) {
            boolean opened = joinedTo != null
                    || (bounds.opens(at)
                            && (bounds.startsToken(at) || word.spelling().length() > 2));
            boolean longEnough = end - at > 2 && bounds.closes(at, end);
            return opened && (bounds.endsToken(end) || numberFollows(end) || longEnough);
        }

        private boolean isWritten(WordList.Word word, int at, int end, @Nullable Piece joinedTo) {
            boolean opened = joinedTo != null || bounds.startsToken(at) || (at > 0 && text.charAt(at - 1) == 'の');
            boolean clear = word.role() == Role.WEEKDAY || word.role() == Role.DAY || end - at >= 3;
            return opened && (clear || bounds.endsToken(end) || numberFollows(end));
        }

        /** 週に三回, 週三回: only before how many times. */
        private @Nullable Piece per(int at) {
            int which = "日週月年".indexOf(text.charAt(at));
            if (which < 0 || !bounds.startsToken(at)) {
                return null;
            }
            int end = text.startsWith("に", at + 1) ? at + 2 : at + 1;
            Numeral numeral = end < text.length() ? WrittenNumerals.at(text, end) : null;
            if (numeral != null && text.startsWith("〜", numeral.end())) {
                numeral = WrittenNumerals.at(text, numeral.end() + 1);
            }
            Counter counter = numeral == null ? null : counters.at(text, numeral.end());
            boolean times = counter != null
                    && (counter.kind() == Counter.Kind.TIMES
                            || counter.kind() == Counter.Kind.DEGREE
                            || (counter.kind() == Counter.Kind.DAY && which == 1));
            return times ? Piece.word(at, end, Role.PER, 0, "P1" + "DWMY".charAt(which)) : null;
        }

        /** 7:30 PM. */
        private boolean timeBefore(int at) {
            int before = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
            return before > 0 && Character.isDigit(text.charAt(before));
        }

        private boolean weekdayFollows(int at) {
            int next = text.startsWith("の", at) ? at + 1 : at;
            WordList.Word word = next < text.length() ? words.at(text, next) : null;
            return word != null && word.role() == Role.WEEKDAY;
        }

        private boolean numberFollows(int at) {
            int next = text.startsWith("の", at) ? at + 1 : at;
            boolean written =
                    next < text.length() && (WrittenNumerals.begins(text.charAt(next)) || text.startsWith("元年", next));
            return written || countFollows(next);
        }

        /** Kana begin as numbers do all the time, so that something must be counted as well. */
        private boolean countFollows(int at) {
            for (Numeral next : spoken.at(hiragana, at)) {
                if (!counters.soundingAt(hiragana, next.end(), new int[1]).isEmpty()
                        || (counters.at(text, next.end()) != null && next.end() - at > 1)) {
                    return true;
                }
            }
            return counters.irregularAt(hiragana, at) != null;
        }

        private @Nullable Piece number(int at, @Nullable Piece joinedTo) {
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
            boolean latinBefore = figures && at > 0 && isLatin(text.charAt(at - 1)) && joinedTo == null;
            Piece fraction = fraction(numeral);
            if (fraction != null && (figures || bounds.startsToken(at))) {
                return fraction;
            }
            WordList.Word weekday =
                    order(joinedTo) && numeral.end() < text.length() ? words.at(text, numeral.end()) : null;
            boolean ofMonth = weekday != null && weekday.role() == Role.WEEKDAY;
            int length = ofMonth ? 0 : counters.lengthAt(text, numeral.end());
            Counter counter =
                    length == 0 || latinGoesOn(numeral.end() + length) ? null : counters.at(text, numeral.end());
            int end = counter == null ? numeral.end() : numeral.end() + length;
            boolean several = text.charAt(at) == '数' && numeral.end() == at + 1;
            boolean order = order(joinedTo);
            if (counter != null
                    && !latinBefore
                    && (figures ? !bounds.isInIdiom(at, end) : stands(at, end, joinedTo, order))) {
                return Piece.counted(end, numeral, counter, null);
            }
            boolean bare = !several
                    && !latinBefore
                    && !latinGoesOn(numeral.end())
                    && (figures || ((order || !leadsWord(numeral)) && stands(at, numeral.end(), joinedTo, order)));
            return bare ? Piece.number(numeral) : null;
        }

        private boolean order(@Nullable Piece joinedTo) {
            return joinedTo != null && joinedTo.role() == Role.ORDER;
        }

        /** A single kanji before another is the first half of a word: 三色, 四輪. */
        private boolean leadsWord(Numeral numeral) {
            int end = numeral.end();
            return end - numeral.start() == 1 && end < text.length() && Character.isIdeographic(text.charAt(end));
        }

        private boolean stands(int start, int end, @Nullable Piece joinedTo, boolean order) {
            boolean opened = joinedTo != null || bounds.startsToken(start);
            char first = text.charAt(start);
            boolean vetoed = start > 0 && "何幾".indexOf(text.charAt(start - 1)) >= 0;
            if (!opened || vetoed || (!order && bounds.isInIdiom(start, end))) {
                return false;
            }
            boolean counter = !WrittenNumerals.begins(text.charAt(end - 1));
            boolean goesOn = end < text.length()
                    && ("半中間後前頃毎ず引弱強".indexOf(text.charAt(end)) >= 0 || (counter && text.charAt(end) == 'の'));
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
            if (part == null
                    || whole.isVague()
                    || part.isVague()
                    || whole.value().signum() == 0) {
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

        private @Nullable Piece spokenNumber(int at, @Nullable Piece joinedTo) {
            char c = hiragana.charAt(at);
            if (c < 'ぁ' || c > 'ゖ' || !(joinedTo != null || bounds.opens(at))) {
                return null;
            }
            Counters.Irregular irregular = counters.irregularAt(hiragana, at);
            if (irregular != null) {
                int end = at + irregular.sound().length();
                BigDecimal value = BigDecimal.valueOf(irregular.number());
                if (closesOrGoesOn(at, end) && (joinedTo != null || !bounds.isSoundalike(at, end))) {
                    return Piece.counted(
                            end, new Numeral(at, end, value, value, null, true), irregular.counter(), null);
                }
            }
            for (Numeral numeral : spoken.at(hiragana, at)) {
                Piece piece = spokenPiece(numeral, joinedTo);
                if (piece != null) {
                    return piece;
                }
            }
            return null;
        }

        private @Nullable Piece spokenPiece(Numeral numeral, @Nullable Piece joinedTo) {
            int at = numeral.start();
            int end = numeral.end();
            if (text.startsWith("ぶんの", end) || text.startsWith("分の", end)) {
                for (Numeral part : spoken.at(hiragana, end + (text.startsWith("分", end) ? 2 : 3))) {
                    if (closesOrGoesOn(at, part.end()) && hiragana.charAt(part.end() - 1) != 'っ') {
                        Numeral both = new Numeral(at, part.end(), part.value(), numeral.value(), null, true);
                        return new Piece(at, part.end(), Role.FRACTION, 0, "", both, null, null);
                    }
                }
            }
            if (joinedTo == null && end - at < 3 && !bounds.opensPlainly(at)) {
                return null;
            }
            int[] length = new int[1];
            List<Counter> sounding = sounding(numeral, length);
            Counter written = sounding.isEmpty() && end < text.length() && !Kana.isKana(text.charAt(end))
                    ? counters.at(text, end)
                    : null;
            if (written != null && (end - at > 2 || (joinedTo != null && end - at > 1) || numeral.digits() != null)) {
                return Piece.counted(end + counters.lengthAt(text, end), numeral, written, null);
            }
            int close = end + length[0];
            if (!sounding.isEmpty()
                    && closesOrGoesOn(at, close)
                    && (joinedTo != null || !bounds.isSoundalike(at, close) || clockGoesOn(sounding.get(0), close))) {
                boolean clear =
                        bounds.isAllKana() || end - at > 2 || joinedTo != null || clockGoesOn(sounding.get(0), close);
                return clear
                        ? Piece.counted(close, numeral, sounding.get(0), sounding.size() > 1 ? sounding.get(1) : null)
                        : null;
            }
            boolean whole = at == 0 && end == text.length();
            boolean clear = whole || (bounds.opensPlainly(at) && (end - at > 4 || numeral.digits() != null));
            return clear && hiragana.charAt(end - 1) != 'っ' && bounds.closes(at, end) ? Piece.number(numeral) : null;
        }

        /** The counters that sound like what follows; first those that the number would make sound so. */
        private List<Counter> sounding(Numeral numeral, int[] length) {
            List<Counter> counters = Lexer.this.counters.soundingAt(hiragana, numeral.end(), length);
            if (numeral.digits() != null) {
                return counters.stream()
                        .filter(counter -> counter.kind() == Counter.Kind.ROOM
                                || counter.name().equals("番"))
                        .toList();
            }
            if (counters.size() < 2) {
                return counters;
            }
            String said = hiragana.substring(numeral.start(), numeral.end() + length[0]);
            List<Counter> sorted = new ArrayList<>(counters);
            sorted.sort(Comparator.comparing(
                    counter -> !speech.of(numeral.value(), counter).equals(said)));
            return sorted;
        }

        /** くじはん, ごじに are times, although くじ and ごじ are words. */
        private boolean clockGoesOn(Counter counter, int end) {
            return counter.kind() == Counter.Kind.HOUR
                    && (end == hiragana.length()
                            || hiragana.startsWith("はん", end)
                            || hiragana.startsWith("に", end)
                            || hiragana.startsWith("から", end)
                            || hiragana.startsWith("まで", end)
                            || hiragana.startsWith("ごろ", end)
                            || spoken.begins(end < hiragana.length() ? hiragana.charAt(end) : ' '));
        }

        private boolean closesOrGoesOn(int start, int end) {
            if (bounds.closes(start, end)) {
                return true;
            }
            if (countFollows(end)) {
                return true;
            }
            return end < text.length() && words.begins(text.charAt(end)) && words.at(text, end) != null;
        }

        /** 半 behind a counter, and half of one before it: 半錠. */
        private @Nullable Piece half(int at, @Nullable Piece joinedTo) {
            boolean kana = hiragana.startsWith("はん", at);
            if (joinedTo != null
                    && (text.charAt(at) == '半' || kana)
                    && joinedTo.role() != Role.NUMBER
                    && !text.startsWith("半分", at)
                    && (!kana || bounds.closes(at, at + 2))) {
                return Piece.word(at, at + (kana ? 2 : 1), Role.HALF, 0, "");
            }
            if (text.charAt(at) != '半' || !bounds.startsToken(at)) {
                return null;
            }
            if (text.startsWith("半分", at)) {
                Numeral both = new Numeral(at, at + 2, BigDecimal.ONE, BigDecimal.valueOf(2), null, false);
                return new Piece(at, at + 2, Role.FRACTION, 0, "", both, null, null);
            }
            Counter counter = at + 1 < text.length() ? counters.at(text, at + 1) : null;
            int end = at + 1 + counters.lengthAt(text, at + 1);
            boolean counts = counter != null
                    && (counter.kind() == Counter.Kind.COUNT || counter.kind() == Counter.Kind.MEASURE)
                    && bounds.endsToken(end);
            BigDecimal half = new BigDecimal("0.5");
            return counts && counter != null
                    ? Piece.counted(end, new Numeral(at, at + 1, half, half, null, false), counter, null)
                    : null;
        }

        private Counter named(String spelling) {
            Counter counter = counters.named(spelling);
            if (counter == null) {
                throw new IllegalStateException("counters.tsv lacks " + spelling);
            }
            return counter;
        }

        private boolean latinGoesOn(int end) {
            return end < text.length()
                    && isLatin(text.charAt(end))
                    && (end == 0 || isLatin(text.charAt(end - 1)) || text.charAt(end - 1) <= '9');
        }
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
