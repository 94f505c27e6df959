package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Numeral;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cut 半 out of a passage: behind a counter (三時半), before one (半錠), and 半分. */
final class HalfPieces {
    private final Passage passage;
    private final String text;
    private final String hiragana;
    private final WordBounds bounds;

    HalfPieces(Passage passage) {
        this.passage = passage;
        text = passage.text();
        hiragana = passage.hiragana();
        bounds = passage.bounds();
    }

    /** Give the piece that begins here, or null. */
    @Nullable
    Piece at(int at, @Nullable Piece joinedTo) {
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
        Counter counter = at + 1 < text.length() ? passage.counters().at(text, at + 1) : null;
        int end = at + 1 + passage.counters().lengthAt(text, at + 1);
        boolean counts = counter != null
                && (counter.kind() == Counter.Kind.COUNT || counter.kind() == Counter.Kind.MEASURE)
                && bounds.endsToken(end);
        BigDecimal half = new BigDecimal("0.5");
        return counts && counter != null
                ? Piece.counted(end, new Numeral(at, at + 1, half, half, null, false), counter, null)
                : null;
    }
}
