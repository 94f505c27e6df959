package dev.aizuchi.japanese.easy;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.reading.Reading;
import dev.aizuchi.japanese.reading.SpeechReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Set a text for readers: blanks between phrases (分かち書き), readings behind kanji; callable from any thread. */
public final class Layout {
    private final Morphology morphology;
    private final SpeechReader reader;

    /** Set texts that this analyser splits. */
    public Layout(Morphology morphology) {
        this.morphology = morphology;
        reader = new SpeechReader(morphology);
    }

    /** Part a text into phrases by blanks: 靴を 脱いで ください。 */
    public String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        int at = 0;
        for (Reading.Phrase phrase : reader.read(text).phrases()) {
            boolean joined = phrase.start() > at || at == 0 || spaced.toString().endsWith("\n");
            spaced.append(text, at, Math.max(at, phrase.start()));
            boolean blank = at > 0 && !joined && !Character.isWhitespace(spaced.charAt(spaced.length() - 1));
            spaced.append(blank ? " " : "").append(text, Math.max(at, phrase.start()), Math.max(at, phrase.end()));
            at = Math.max(at, phrase.end());
        }
        return spaced.append(text.substring(at)).toString();
    }

    /**
     * A piece of a text.
     *
     * @param text as it is written
     * @param reading in hiragana; empty where it needs none
     */
    public record Part(String text, String reading) {}

    /** Put the reading behind each word in kanji: 靴（くつ）を脱（ぬ）いでください。 */
    public String withReadings(String text) {
        return parts(text).stream()
                .map(part -> part.reading.isEmpty() ? part.text : part.text + "（" + part.reading + "）")
                .collect(Collectors.joining());
    }

    /** Part a text into what has a reading, for furigana, and what stands between. */
    public List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        List<Morpheme> words = morphology.analyze(text);
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            Morpheme word = words.get(i);
            if (word.start() < at) {
                continue;
            }
            int end = word.is("名詞-数") ? numberEnd(words, i) : word.end();
            add(parts, text.substring(at, word.start()), "");
            if (end > word.end()) {
                addNumber(parts, text.substring(word.start(), end));
            } else {
                addWord(parts, word.surface(), Kana.hiragana(word.reading()));
            }
            at = end;
        }
        add(parts, text.substring(at), "");
        return parts;
    }

    /** A number is read with what it counts: 九時（くじ）. */
    private static int numberEnd(List<Morpheme> words, int i) {
        int last = i;
        while (last + 1 < words.size()
                && (words.get(last + 1).is("名詞-数") || words.get(last + 1).is("名詞-接尾-助数詞"))) {
            last++;
        }
        return words.get(last).end();
    }

    private void addNumber(List<Part> parts, String number) {
        String kana = Kana.hiragana(reader.read(number).kana()).replace(" ", "");
        add(parts, number, number.codePoints().anyMatch(Character::isIdeographic) ? kana : "");
    }

    private static void addWord(List<Part> parts, String surface, String kana) {
        boolean kanji = surface.codePoints().anyMatch(Character::isIdeographic);
        if (!kanji || !kana.chars().allMatch(c -> c >= 'ぁ' && c <= 'ー')) {
            add(parts, surface, "");
            return;
        }
        int shorter = Math.min(surface.length(), kana.length());
        int front = 0;
        while (front < shorter && same(surface.charAt(front), kana.charAt(front))) {
            front++;
        }
        int back = 0;
        while (back < shorter - front
                && same(surface.charAt(surface.length() - 1 - back), kana.charAt(kana.length() - 1 - back))) {
            back++;
        }
        add(parts, surface.substring(0, front), "");
        add(parts, surface.substring(front, surface.length() - back), kana.substring(front, kana.length() - back));
        add(parts, surface.substring(surface.length() - back), "");
    }

    /** What needs no reading runs on. */
    private static void add(List<Part> parts, String text, String reading) {
        int last = parts.size() - 1;
        if (text.isEmpty()) {
            return;
        }
        if (reading.isEmpty() && last >= 0 && parts.get(last).reading.isEmpty()) {
            parts.set(last, new Part(parts.get(last).text + text, ""));
        } else {
            parts.add(new Part(text, reading));
        }
    }

    private static boolean same(char written, char said) {
        return Kana.hiragana(String.valueOf(written)).charAt(0) == said;
    }
}
