package dev.aizuchi.voice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Spell Japanese in the phonetic letters that Kokoro was trained on: words as they are pronounced, separated by blanks,
 * without accents.
 *
 * <p>The spelling follows misaki 0.7 (Apache-2.0), which made Kokoro's training texts.
 */
final class KokoroPhonemes implements AutoCloseable {
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("。", "."),
            Map.entry(".", "."),
            Map.entry("、", ","),
            Map.entry(",", ","),
            Map.entry("?", "?"),
            Map.entry("!", "!"));
    /** A particle or an ending is spoken with the word before it. */
    private static final String[] LEANING = {"助動詞", "助詞-接続助詞", "動詞-接尾", "動詞-非自立", "名詞-接尾"};

    private final Map<String, String> spellings = spellings();
    private final JapaneseTokenizer tokenizer =
            new JapaneseTokenizer(readings(), false, false, JapaneseTokenizer.Mode.NORMAL);
    private final CharTermAttribute surface = tokenizer.getAttribute(CharTermAttribute.class);
    private final ReadingAttribute reading = tokenizer.getAttribute(ReadingAttribute.class);
    private final PartOfSpeechAttribute partOfSpeech = tokenizer.getAttribute(PartOfSpeechAttribute.class);

    private static Map<String, String> spellings() {
        Map<String, String> spellings = new HashMap<>();
        try (BufferedReader in = resource("kokoro-kana.tsv")) {
            in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row -> spellings.put(row[0], row[1]));
            return Map.copyOf(spellings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UserDictionary readings() {
        try (Reader in = resource("kokoro-readings.csv")) {
            return UserDictionary.open(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader resource(String name) {
        InputStream in = Objects.requireNonNull(KokoroPhonemes.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Spell a text; what has no sound is left out. */
    String spell(String text) {
        StringBuilder spelled = new StringBuilder();
        try {
            tokenizer.setReader(new StringReader(normal(text)));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                append(spelled);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spelled.toString().strip();
    }

    /** The dictionary reads digits one by one, as in a room's number, and knows them in their full width alone. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .chars()
                .map(letter -> letter >= '0' && letter <= '9' ? letter + '０' - '0' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void append(StringBuilder spelled) {
        String word = surface.toString();
        String part = Objects.requireNonNullElse(partOfSpeech.getPartOfSpeech(), "");
        String mark = MARKS.get(word);
        String sound = mark != null ? mark : kana(pronunciation(word));
        if (sound.isEmpty()) {
            return;
        }
        if (mark != null || leans(part)) {
            spelled.setLength(spelled.toString().stripTrailing().length());
        }
        spelled.append(sound).append(' ');
    }

    private static boolean leans(String part) {
        for (String leaning : LEANING) {
            if (part.startsWith(leaning)) {
                return true;
            }
        }
        return false;
    }

    /** Words of our own list have a reading alone; unknown words in kana are read as written. */
    private String pronunciation(String word) {
        String spoken = reading.getPronunciation();
        if (spoken == null) {
            spoken = reading.getReading();
        }
        return spoken != null ? spoken : toKatakana(word);
    }

    private static String toKatakana(String word) {
        return word.chars()
                .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + 'ァ' - 'ぁ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String kana(String katakana) {
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < katakana.length(); ) {
            String next = soundAt(katakana, i);
            spelled.append(katakana.charAt(i) == 'ン' ? nasalBefore(soundAt(katakana, i + 1)) : next);
            i += isDigraph(katakana, i) ? 2 : 1;
        }
        return spelled.toString();
    }

    private boolean isDigraph(String katakana, int at) {
        return at + 2 <= katakana.length() && spellings.containsKey(katakana.substring(at, at + 2));
    }

    private String soundAt(String katakana, int at) {
        int end = Math.min(katakana.length(), at + (isDigraph(katakana, at) ? 2 : 1));
        return at >= end ? "" : spellings.getOrDefault(katakana.substring(at, end), "");
    }

    /** ン is made where the next sound is made. */
    private static String nasalBefore(String sound) {
        char next = sound.isEmpty() ? ' ' : sound.charAt(0);
        if ("mpb".indexOf(next) >= 0) {
            return "m";
        } else if ("kɡ".indexOf(next) >= 0) {
            return "ŋ";
        } else if ("ɲʨʥ".indexOf(next) >= 0) {
            return "ɲ";
        }
        return "ntdɾz".indexOf(next) >= 0 ? "n" : "ɴ";
    }

    @Override
    public void close() {
        try {
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
