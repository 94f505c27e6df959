package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.number.WrittenNumerals;
import org.jspecify.annotations.Nullable;

/** Cut the words of the list out of a passage: 午後, 毎週, 来月, 摂氏, 週に三回. */
final class WordPieces {
    private final Passage passage;
    private final String text;
    private final WordBounds bounds;

    WordPieces(Passage passage) {
        this.passage = passage;
        text = passage.text();
        bounds = passage.bounds();
    }

    /** Give the piece that begins here, or null. */
    @Nullable
    Piece at(int at, @Nullable Piece joinedTo) {
        WordList.Word word =
                passage.words().begins(text.charAt(at)) ? passage.words().at(text, at) : null;
        if (word == null) {
            return isMinus(at, joinedTo) ? Piece.word(at, at + 1, Role.MINUS, 0, "") : per(at);
        }
        int end = at + word.spelling().length();
        if (fits(word, at, end, joinedTo)) {
            return Piece.word(at, end, word.role(), word.n(), word.text());
        }
        if (word.role() == Role.MERIDIEM && text.charAt(at) == '午' && !isKana(at, end) && bounds.startsToken(at)) {
            return Piece.word(at, end, Role.DAYPART, 0, word.text().equals("am") ? "morning" : "afternoon");
        }
        return per(at);
    }

    private boolean isMinus(int at, @Nullable Piece joinedTo) {
        boolean figure = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        return text.charAt(at) == '-'
                && joinedTo == null
                && figure
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private boolean isKana(int at, int end) {
        return Kana.isKana(text.charAt(at)) && Kana.isKana(text.charAt(end - 1)) && text.charAt(at) < 'ァ';
    }

    /** Say whether the word means here what it means by itself, by what stands before and behind it. */
    private boolean fits(WordList.Word word, int at, int end, @Nullable Piece joinedTo) {
        boolean kana = isKana(at, end);
        boolean leadsNumber = passage.numberFollows(end) && (!kana || joinedTo != null || bounds.opens(at));
        return switch (word.role()) {
            case ORDER -> leadsNumber && !bounds.isInIdiom(at, end);
            case MERIDIEM ->
                leadsNumber || (Passage.isLatin(text.charAt(at)) && timeBefore(at) && !passage.latinGoesOn(end));
            case BELOW, MINUS, SPEED -> leadsNumber;
            case MONTH_PART -> word.n() > 0 || (at > 0 && (joinedTo != null || text.charAt(at - 1) == 'の'));
            case WHICH -> weekdayFollows(end);
            case WEEKDAYS, EVERY -> bounds.startsToken(at) && !bounds.isInIdiom(at, end);
            case ERA, LABEL -> !bounds.isInIdiom(at, end);
            default ->
                !bounds.isInIdiom(at, end)
                        && (kana ? sounds(word, at, end, joinedTo) : isWritten(word, at, end, joinedTo));
        };
    }

    /** A word in kana: at home between what stands around it. */
    private boolean sounds(WordList.Word word, int at, int end, @Nullable Piece joinedTo) {
        boolean opened = joinedTo != null
                || (bounds.opens(at)
                        && (bounds.startsToken(at) || word.spelling().length() > 2));
        boolean longEnough = end - at > 2 && bounds.closes(at, end);
        return opened && (bounds.endsToken(end) || passage.numberFollows(end) || longEnough);
    }

    private boolean isWritten(WordList.Word word, int at, int end, @Nullable Piece joinedTo) {
        boolean opened = joinedTo != null || bounds.startsToken(at) || (at > 0 && text.charAt(at - 1) == 'の');
        boolean clear = word.role() == Role.WEEKDAY || word.role() == Role.DAY || end - at >= 3;
        return opened && (clear || bounds.endsToken(end) || passage.numberFollows(end));
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
        Counter counter = numeral == null ? null : passage.counters().at(text, numeral.end());
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
        WordList.Word word = next < text.length() ? passage.words().at(text, next) : null;
        return word != null && word.role() == Role.WEEKDAY;
    }
}
