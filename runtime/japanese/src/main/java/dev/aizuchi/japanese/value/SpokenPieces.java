package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.NumberSpeech;
import dev.aizuchi.japanese.number.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cut numbers in kana, as a recogniser writes them, out of a passage: さんぼん, くじはん, ふつか. */
final class SpokenPieces {
    private final Passage passage;
    private final String text;
    private final String hiragana;
    private final WordBounds bounds;
    private final NumberSpeech speech;

    SpokenPieces(Passage passage, NumberSpeech speech) {
        this.passage = passage;
        text = passage.text();
        hiragana = passage.hiragana();
        bounds = passage.bounds();
        this.speech = speech;
    }

    /** Give the piece that begins here, or null. */
    @Nullable
    Piece at(int at, @Nullable Piece joinedTo) {
        char c = hiragana.charAt(at);
        if (c < 'ぁ' || c > 'ゖ' || !(joinedTo != null || bounds.opens(at))) {
            return null;
        }
        Counters.Irregular irregular = passage.counters().irregularAt(hiragana, at);
        if (irregular != null) {
            int end = at + irregular.sound().length();
            BigDecimal value = BigDecimal.valueOf(irregular.number());
            if (passage.closesOrGoesOn(at, end) && (joinedTo != null || !bounds.isSoundalike(at, end))) {
                return Piece.counted(end, new Numeral(at, end, value, value, null, true), irregular.counter(), null);
            }
        }
        for (Numeral numeral : passage.spoken().at(hiragana, at)) {
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
        Piece fraction = fraction(numeral);
        if (fraction != null) {
            return fraction;
        }
        if (joinedTo == null && end - at < 3 && !bounds.opensPlainly(at)) {
            return null;
        }
        int[] length = new int[1];
        List<Counter> sounding = sounding(numeral, length);
        Counter written = sounding.isEmpty() && end < text.length() && !Kana.isKana(text.charAt(end))
                ? passage.counters().at(text, end)
                : null;
        if (written != null && (end - at > 2 || (joinedTo != null && end - at > 1) || numeral.digits() != null)) {
            return Piece.counted(end + passage.counters().lengthAt(text, end), numeral, written, null);
        }
        int close = end + length[0];
        boolean counts = !sounding.isEmpty() && passage.closesOrGoesOn(at, close);
        boolean clock = counts && clockGoesOn(sounding.get(0), close);
        if (counts && (clock || joinedTo != null || !bounds.isSoundalike(at, close))) {
            boolean clear = clock || bounds.isAllKana() || end - at > 2 || joinedTo != null;
            Counter second = sounding.size() > 1 ? sounding.get(1) : null;
            return clear ? Piece.counted(close, numeral, sounding.get(0), second) : null;
        }
        return bare(numeral);
    }

    /** さんぶんのいち: the whole first. */
    private @Nullable Piece fraction(Numeral whole) {
        int bar = whole.end();
        boolean kana = text.startsWith("ぶんの", bar);
        if (!kana && !text.startsWith("分の", bar)) {
            return null;
        }
        for (Numeral part : passage.spoken().at(hiragana, bar + (kana ? 3 : 2))) {
            if (passage.closesOrGoesOn(whole.start(), part.end()) && hiragana.charAt(part.end() - 1) != 'っ') {
                Numeral both = new Numeral(whole.start(), part.end(), part.value(), whole.value(), null, true);
                return new Piece(whole.start(), part.end(), Role.FRACTION, 0, "", both, null, null);
            }
        }
        return null;
    }

    private @Nullable Piece bare(Numeral numeral) {
        int at = numeral.start();
        int end = numeral.end();
        boolean whole = at == 0 && end == text.length();
        boolean clear = whole || (bounds.opensPlainly(at) && (end - at > 4 || numeral.digits() != null));
        return clear && hiragana.charAt(end - 1) != 'っ' && bounds.closes(at, end) ? Piece.number(numeral) : null;
    }

    /** The counters that sound like what follows; first those that the number would make sound so. */
    private List<Counter> sounding(Numeral numeral, int[] length) {
        List<Counter> counters = passage.counters().soundingAt(hiragana, numeral.end(), length);
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
                        || passage.spoken().begins(end < hiragana.length() ? hiragana.charAt(end) : ' '));
    }
}
