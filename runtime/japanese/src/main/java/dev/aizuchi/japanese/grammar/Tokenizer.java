package dev.aizuchi.japanese.grammar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Split a text into words with their inflection, by Lucene's Kuromoji and the IPA dictionary.
 *
 * <p>Callable from any thread; calls wait for one another. The dictionary is shared by all instances.
 */
public final class Tokenizer {
    private final JapaneseTokenizer tokenizer = new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL);
    private final CharTermAttribute surface = tokenizer.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final BaseFormAttribute base = tokenizer.addAttribute(BaseFormAttribute.class);
    private final ReadingAttribute reading = tokenizer.addAttribute(ReadingAttribute.class);
    private final PartOfSpeechAttribute speech = tokenizer.addAttribute(PartOfSpeechAttribute.class);
    private final InflectionAttribute inflection = tokenizer.addAttribute(InflectionAttribute.class);

    /** Split a text; any text is taken, and blanks and marks are words of their own (記号-…). */
    public synchronized List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (tokenizer) {
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                tokens.add(current());
            }
            tokenizer.end();
        } catch (IOException e) {
            // A string is read: there is no device that could fail.
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    private Token current() {
        String word = surface.toString();
        return new Token(
                word,
                or(base.getBaseForm(), word),
                or(reading.getReading(), word),
                or(speech.getPartOfSpeech(), "記号"),
                or(inflection.getInflectionType(), ""),
                or(inflection.getInflectionForm(), ""),
                offset.startOffset(),
                offset.endOffset());
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
