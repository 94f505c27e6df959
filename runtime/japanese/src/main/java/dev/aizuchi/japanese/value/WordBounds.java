package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tell whether an expression is one of its own or only part of a word: 三菱, 一緒, 万が一, おにいさん. */
final class WordBounds {
    private static final List<String> GOES_ON = List.of(
            "に", "は", "が", "を", "で", "も", "の", "と", "や", "へ", "か", "から", "まで", "です", "だ", "な", "ね", "よ", "くらい", "ぐらい",
            "ごろ", "ころ", "だけ", "ほど", "おき", "ごと", "いない", "いじょう", "ください", "おねがい", "ちょうだい", "まえ", "ご", "あと", "はん", "じゃ",
            "って", "なら", "しか", "ずつ", "たって", "さげ", "あげ", "ある", "あり", "いる", "いま", "おこし", "ちゅう", "め", "たった", "すぎ");
    private static final String PAUSES = "、。 　";
    private static final String PARTICLES = "はがをにでもとのへやか";

    /** What does not depend on the text. */
    static final class Words {
        private final Map<Character, Set<String>> idioms = new HashMap<>();
        private final Set<String> soundalikes;
        private final List<String> firstBefore;
        private final List<String> minutesBefore;
        private final List<String> minutesAfter;
        private final int longest;

        Words() {
            DataFile file = DataFile.read(WordBounds.class, "no-values.txt");
            int most = 0;
            for (String idiom : file.lines("kanji")) {
                idioms.computeIfAbsent(idiom.charAt(0), first -> new HashSet<>())
                        .add(idiom);
                most = Math.max(most, idiom.length());
            }
            longest = most;
            firstBefore = file.lines("一番 counts before");
            minutesBefore = file.lines("十分 counts before");
            minutesAfter = file.lines("十分 counts after");
            soundalikes = Set.copyOf(file.lines("kana"));
        }
    }

    private final Words words;
    private final String text;
    private final Morpheme[] tokenAt;
    private final int[] idiomEnd;
    private final boolean allKana;

    WordBounds(Words words, String text, List<Morpheme> tokens) {
        this.words = words;
        this.text = text;
        tokenAt = new Morpheme[text.length()];
        for (Morpheme token : tokens) {
            for (int i = token.start(); i < Math.min(token.end(), text.length()); i++) {
                tokenAt[i] = token;
            }
        }
        idiomEnd = new int[text.length()];
        findIdioms();
        allKana = text.chars().noneMatch(Character::isIdeographic);
    }

    private void findIdioms() {
        for (int i = 0; i < text.length(); i++) {
            Set<String> idioms = words.idioms.get(text.charAt(i));
            for (int length = Math.min(words.longest, text.length() - i); idioms != null && length > 1; length--) {
                if (idioms.contains(text.substring(i, i + length)) && !counts(i, i + length)) {
                    Arrays.fill(idiomEnd, i, i + length, i + length);
                    break;
                }
            }
        }
    }

    /** 一番目, 一番線, 十分後: what would be an idiom counts after all. */
    private boolean counts(int start, int end) {
        String idiom = text.substring(start, end);
        if (start > 0 && WrittenNumerals.begins(text.charAt(start - 1))) {
            return true;
        }
        if (idiom.equals("一番") || idiom.equals("十八番")) {
            return text.startsWith("第", start - 1)
                    || text.startsWith("丁目", start - 2)
                    || follows(words.firstBefore, end)
                    || (idiom.equals("十八番") && isSaidAlone(start, end));
        }
        if (idiom.equals("十分")) {
            return follows(words.minutesBefore, end)
                    || words.minutesAfter.stream().anyMatch(word -> text.startsWith(word, start - word.length()));
        }
        return idiom.equals("一目") && text.startsWith("盛", end);
    }

    /** 「十八番です」, at a counter, is a number; 「私の十八番です」 is what one sings best. */
    private boolean isSaidAlone(int start, int end) {
        boolean begins = start == 0 || PAUSES.indexOf(text.charAt(start - 1)) >= 0;
        return begins
                && (end == text.length()
                        || PAUSES.indexOf(text.charAt(end)) >= 0
                        || text.startsWith("です", end)
                        || text.startsWith("だ", end));
    }

    private boolean follows(List<String> list, int end) {
        return list.stream().anyMatch(word -> text.startsWith(word, end));
    }

    /** Tell whether no word begins or ends inside these bounds where it should not. */
    boolean isWhole(int start, int end, boolean kana) {
        return !isInIdiom(start, end)
                && (kana ? soundsWhole(start, end) : startsToken(start) && endsToken(end) && !isName(start, end));
    }

    boolean isInIdiom(int start, int end) {
        return idiomEnd[start] > 0 || (idiomEnd[end - 1] > end);
    }

    /** 第三四半期: the number would end inside a word. */
    boolean cutsIdiom(int end) {
        return idiomEnd[end - 1] > end;
    }

    boolean startsToken(int at) {
        Morpheme token = tokenAt[at];
        return token == null || token.start() == at;
    }

    boolean endsToken(int end) {
        Morpheme token = tokenAt[end - 1];
        return token == null || token.end() == end;
    }

    private boolean isName(int start, int end) {
        Morpheme token = tokenAt[start];
        boolean all = start == 0 && end == text.length();
        return !all && token != null && token.start() == start && token.end() == end && token.is("名詞-固有名詞");
    }

    /** Tell whether the words on both sides let an expression in kana stand here; a piece may stand right before it. */
    boolean soundsWhole(int start, int end) {
        return opens(start)
                && closes(start, end)
                && !words.soundalikes.contains(Kana.hiragana(text.substring(start, end)));
    }

    boolean isSoundalike(int start, int end) {
        return words.soundalikes.contains(Kana.hiragana(text.substring(start, end)));
    }

    boolean opens(int start) {
        if (start == 0 || !isLetter(text.charAt(start - 1))) {
            return true;
        }
        char before = text.charAt(start - 1);
        boolean particle = PARTICLES.indexOf(before) >= 0;
        if (!allKana) {
            Morpheme token = tokenAt[start - 1];
            return particle && token != null && token.end() == start && (token.is("助詞") || token.is("助動詞"));
        }
        return particle || startsToken(start);
    }

    /** Tell whether an expression can begin here by the text alone, whatever words the dictionary sees. */
    boolean opensPlainly(int start) {
        return start == 0 || !isLetter(text.charAt(start - 1)) || PARTICLES.indexOf(text.charAt(start - 1)) >= 0;
    }

    boolean closes(int start, int end) {
        if (end >= text.length() || !Kana.isKana(text.charAt(end))) {
            return true;
        }
        Morpheme token = tokenAt[end - 1];
        boolean whole = token != null && token.end() == end && token.start() == start;
        return whole || GOES_ON.stream().anyMatch(word -> text.startsWith(word, end));
    }

    boolean isAllKana() {
        return allKana;
    }

    private static boolean isLetter(char c) {
        return Kana.isJapanese(c) && "、。！？!?…・「」".indexOf(c) < 0;
    }
}
