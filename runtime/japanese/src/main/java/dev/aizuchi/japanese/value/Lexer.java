package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.NumberSpeech;
import dev.aizuchi.japanese.number.SpokenNumerals;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.util.ArrayList;
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
        private final Passage passage;
        private final WordPieces named;
        private final WrittenPieces written;
        private final SpokenPieces said;
        private final HalfPieces halves;

        Pass(String text) {
            WordBounds bounds = new WordBounds(idioms, text, morphology.analyze(text));
            passage = new Passage(text, Kana.hiragana(text), bounds, counters, spoken, words);
            named = new WordPieces(passage);
            written = new WrittenPieces(passage);
            said = new SpokenPieces(passage, speech);
            halves = new HalfPieces(passage);
        }

        /** Give the longest piece that begins here, or null. */
        @Nullable
        Piece at(int at, @Nullable Piece joinedTo) {
            Piece literal = literals.at(passage.text(), passage.hiragana(), at);
            if (literal != null && (joinedTo == null || joinedTo.role() != Role.NUMBER)) {
                return literal;
            }
            Piece word = named.at(at, joinedTo);
            Piece number = number(at, joinedTo);
            return number == null || (word != null && word.end() >= number.end()) ? word : number;
        }

        private @Nullable Piece number(int at, @Nullable Piece joinedTo) {
            Piece number = written.at(at, joinedTo);
            if (number == null) {
                number = said.at(at, joinedTo);
            }
            return number == null ? halves.at(at, joinedTo) : number;
        }
    }
}
