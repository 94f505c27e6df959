package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.japanese.kana.Spelling;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Read text aloud: give its reading in katakana, in accent phrases.
 *
 * <p>Any text is taken; what has no sound (emoji, rare signs) is passed over. Callable from any thread; about 0.1 ms a
 * sentence.
 */
public final class SpeechReader {
    private static final String NOUN = "名詞-一般";

    private final Morphology morphology;
    private final Lexicon names;
    private final Latin latin = new Latin();
    private final Codes codes = new Codes(latin);
    private final Numbers numbers = new Numbers();
    private final Heteronyms heteronyms = new Heteronyms();
    private final Map<String, String> symbols = new HashMap<>();

    /** Read with the dictionary alone. */
    public SpeechReader(Morphology morphology) {
        this(morphology, new Lexicon(List.of()));
    }

    /** Read with the names of a lexicon, which go before the dictionary. */
    public SpeechReader(Morphology morphology, Lexicon names) {
        this.morphology = morphology;
        this.names = names;
        for (String line : DataFile.read(SpeechReader.class, "symbols.tsv").lines("symbols")) {
            String[] fields = line.split("\t", -1);
            symbols.put(fields[0], fields.length > 1 ? Kana.katakana(fields[1]) : "");
        }
    }

    /** Give the reading of a text. */
    public Reading read(String text) {
        Spelling spelling = Spelling.of(text);
        return new Phrases(spelling).of(units(spelling.text()));
    }

    /** Give the words of a text, each with how it is read; their places are those of the text's {@link Spelling}. */
    public List<Unit> words(String text) {
        return units(Spelling.of(text).text());
    }

    private List<Unit> units(String text) {
        List<Unit> units = new ArrayList<>();
        List<Morpheme> tokens = text.isEmpty() ? List.of() : morphology.analyze(text);
        BitSet ends = new BitSet(text.length() + 1);
        tokens.forEach(token -> ends.set(token.end()));
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Morpheme token = tokens.get(i);
            if (token.end() <= at) {
                continue;
            }
            if (token.start() < at) {
                // A number or name took the first part of this word.
                units.addAll(rest(text.substring(at, token.end()), at));
                at = token.end();
                continue;
            }
            at = token.start();
            int end = token.end();
            while (at < end) {
                Written written = written(text, at, token, ends);
                if (written == null && at > token.start()) {
                    units.addAll(rest(text.substring(at, end), at));
                    at = end;
                } else if (written == null && !breaksInside(text, token)) {
                    units.add(unit(token));
                    at = end;
                } else if (written == null) {
                    int until = inside(text, token);
                    units.addAll(rest(text.substring(at, until), at));
                    at = until;
                } else {
                    boolean number = WrittenNumerals.begins(text.charAt(at));
                    Morpheme noun = new Morpheme(text.substring(at, written.end()), "", "", NOUN, at, written.end());
                    units.add(new Unit(Kana.katakana(written.said()), at, written.end(), noun, number));
                    at = written.end();
                }
            }
        }
        return units;
    }

    /** A name of the lexicon may begin inside a word of the dictionary. */
    private boolean breaksInside(String text, Morpheme token) {
        return inside(text, token) < token.end();
    }

    private int inside(String text, Morpheme token) {
        for (int i = token.start() + 1; i < token.end(); i++) {
            if (names.lengthAt(text, i) > token.end() - i
                    || (Numbers.isLatin(text.charAt(i)) && !Numbers.isLatin(text.charAt(i - 1)))) {
                return i;
            }
        }
        return token.end();
    }

    private List<Unit> rest(String part, int from) {
        List<Unit> units = new ArrayList<>();
        for (Morpheme token : morphology.analyze(part)) {
            Unit unit = unit(token);
            units.add(new Unit(unit.kana(), from + unit.start(), from + unit.end(), token, false));
        }
        return units;
    }

    private @Nullable Written written(String text, int at, Morpheme token, BitSet ends) {
        LexiconEntry name = names.at(text, at);
        if (name != null) {
            return new Written(at, at + names.lengthAt(text, at), name.reading());
        }
        Written written = codes.at(text, at);
        if (written == null && (Numbers.isLatin(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
            written = latin.at(text, at);
        }
        if (written == null) {
            written = heteronyms.at(text, at, ends);
        }
        if (written == null && counts(text, at, token)) {
            written = numbers.at(text, at);
        }
        return written;
    }

    /** Kanji count only where the dictionary sees a numeral: not in 一緒 or 三菱. */
    private static boolean counts(String text, int at, Morpheme token) {
        char c = text.charAt(at);
        boolean figure = (c >= '0' && c <= '9') || "-¥$€£".indexOf(c) >= 0;
        boolean order = c == '第'
                && at + 1 < text.length()
                && WrittenNumerals.begins(text.charAt(at + 1))
                && token.surface().equals("第");
        return figure || order || (WrittenNumerals.begins(c) && token.is("名詞-数"));
    }

    private Unit unit(Morpheme token) {
        return new Unit(kana(token), token.start(), token.end(), token, false);
    }

    private String kana(Morpheme token) {
        String surface = token.surface();
        String symbol = symbols.get(surface);
        if (symbol != null && !surface.equals("々")) {
            return symbol;
        }
        if (surface.equals("\n")) {
            return "。";
        }
        String reading = token.reading();
        boolean leads = token.is("助詞") || token.is("接続詞") || token.is("感動詞") || token.is("副詞");
        if (leads && surface.endsWith("は") && reading.endsWith("ハ")) {
            return reading.substring(0, reading.length() - 1) + "ワ";
        }
        if (token.is("助詞") && surface.endsWith("へ")) {
            return reading.substring(0, reading.length() - 1) + "エ";
        }
        return sounding(reading, surface);
    }

    /** What the dictionary does not know is read sign by sign. */
    private String sounding(String reading, String surface) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < reading.length(); i += Character.charCount(reading.codePointAt(i))) {
            int c = reading.codePointAt(i);
            if (c >= 'ァ' && c <= 'ー' && c != '・') {
                said.appendCodePoint(c);
            } else if (reading.length() > 1 || Character.isIdeographic(c)) {
                said.append(single(new String(Character.toChars(c)), surface));
            }
        }
        return said.toString();
    }

    private String single(String sign, String surface) {
        String symbol = symbols.get(sign);
        if (symbol != null) {
            return symbol.equals("、") || symbol.equals("。") ? "" : symbol;
        }
        if (sign.equals(surface)) {
            return "";
        }
        List<Morpheme> tokens = morphology.analyze(sign);
        String reading = tokens.isEmpty() ? "" : tokens.get(0).reading();
        return reading.codePoints().allMatch(c -> c >= 'ァ' && c <= 'ー') ? reading : "";
    }
}
