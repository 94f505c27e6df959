package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pick the words that say what a sentence is about, and weigh them. */
final class Vocabulary {
    /** From this weight on a word is part of the matter. */
    static final double CONTENT = 0.4;

    private static final double NOUN = 1.0;
    private static final double PREDICATE = 0.8;
    private static final double WANT = 0.4;
    private static final double MINOR = 0.3;
    private static final double LIGHT = 0.1;

    private static final Set<String> ASKING = Set.of(
            "何", "なに", "なん", "誰", "どなた", "どこ", "どちら", "どれ", "いつ", "いくら", "いくつ", "なぜ", "どう", "どうして", "なんで", "何で", "どんな",
            "どの", "どれくらい", "どのくらい");
    /** Behind a question word, what makes it mean anybody or nobody. */
    private static final Set<String> NO_QUESTION = Set.of("か", "も", "でも", "とも");

    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> want;
    private final Set<String> light;
    private final Set<String> minor;
    private final Set<String> courtesy;
    /** Verbs with which くる and いく still say where to. */
    private static final Set<String> CARRYING = Set.of("持つ", "連れる", "取る", "運ぶ", "つれる", "もつ");

    Vocabulary() {
        DataFile data = DataFile.read("words.txt");
        for (String group : data.lines("same")) {
            String[] words = group.split(" ", -1);
            for (String word : words) {
                keys.put(word, words[0]);
            }
        }
        want = all(data.lines("want"));
        light = all(data.lines("light"));
        minor = all(data.lines("minor"));
        courtesy = all(data.lines("courtesy"));
    }

    /** Give the word that stands for all that mean the same. */
    String key(Morpheme word) {
        return keys.getOrDefault(word.base(), word.base());
    }

    /** Tell whether a word only opens politely. */
    boolean isCourtesy(Morpheme word) {
        return courtesy.contains(word.base());
    }

    /** Tell whether a word asks rather than says what for. */
    boolean isWant(Morpheme word) {
        return want.contains(word.base());
    }

    /** Give what is asked for: どこ, 何人; 誰か and 何も ask nothing. */
    Set<String> questions(List<Morpheme> morphemes) {
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < morphemes.size(); i++) {
            Morpheme word = morphemes.get(i);
            boolean other = i + 1 < morphemes.size()
                    && NO_QUESTION.contains(morphemes.get(i + 1).surface());
            if (ASKING.contains(word.base()) && !other) {
                boolean counted =
                        i + 1 < morphemes.size() && morphemes.get(i + 1).is("名詞");
                String what = counted ? morphemes.get(i + 1).surface() : "";
                asked.add(keys.getOrDefault(word.base(), word.base()) + what);
            }
        }
        return asked;
    }

    List<Word> words(List<Morpheme> morphemes) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < morphemes.size(); i++) {
            Morpheme morpheme = morphemes.get(i);
            Morpheme before = i == 0 ? null : morphemes.get(i - 1);
            boolean auxiliary = before != null && before.is("助詞-接続助詞");
            double weight = weight(
                    morpheme, auxiliary, i < 2 ? "" : morphemes.get(i - 2).base());
            if (isAnybody(morphemes, i)) {
                weight = LIGHT;
            }
            if (weight > 0 && !(i > 0 && isMadeSo(morphemes, i - 1)) && !isSuffix(morphemes, i)) {
                words.add(word(morphemes, i, weight, auxiliary));
            }
        }
        return words;
    }

    /** 誰か, 何か: no question. */
    private static boolean isAnybody(List<Morpheme> morphemes, int at) {
        return at + 1 < morphemes.size()
                && ASKING.contains(morphemes.get(at).base())
                && morphemes.get(at + 1).surface().equals("か")
                && at + 2 < morphemes.size();
    }

    /** 看護 + 師, 図書 + 室: one word. */
    private static boolean isSuffix(List<Morpheme> morphemes, int at) {
        return at > 0
                && morphemes.get(at).is("名詞-接尾-一般")
                && !morphemes.get(at).surface().endsWith("ぱなし")
                && morphemes.get(at - 1).is("名詞");
    }

    private Word word(List<Morpheme> morphemes, int at, double weight, boolean auxiliary) {
        Morpheme morpheme = morphemes.get(at);
        boolean suffixed = at + 1 < morphemes.size() && isSuffix(morphemes, at + 1);
        String base = morpheme.base() + (suffixed ? morphemes.get(at + 1).surface() : "");
        String reading = baseReading(morpheme)
                + (suffixed ? Kana.hiragana(morphemes.get(at + 1).reading()) : "");
        boolean predicate = morpheme.is("動詞") || morpheme.is("形容詞") || morpheme.is("名詞-形容動詞語幹");
        if (isMadeSo(morphemes, at)) {
            String stem = morpheme.is("形容詞") ? morpheme.surface() : morpheme.surface() + "に";
            return new Word(
                    stem + "する", stem + "する", Kana.hiragana(morpheme.reading()) + "する", weight, false, true, at);
        }
        String key = !auxiliary && want.contains(base) ? "ほしい" : keys.getOrDefault(base, base);
        return new Word(base, key, reading, weight, morpheme.is("名詞") && !predicate, predicate, at);
    }

    /** 明るくする, 静かにする: the change that is asked for, other than the state. */
    private static boolean isMadeSo(List<Morpheme> morphemes, int at) {
        Morpheme morpheme = morphemes.get(at);
        boolean adjective = morpheme.is("形容詞") && morpheme.surface().endsWith("く");
        boolean stem = morpheme.is("名詞-形容動詞語幹")
                && at + 1 < morphemes.size()
                && morphemes.get(at + 1).surface().equals("に");
        int verb = at + (stem ? 2 : 1);
        return (adjective || stem)
                && verb < morphemes.size()
                && morphemes.get(verb).base().equals("する");
    }

    private double weight(Morpheme word, boolean auxiliary, String carrying) {
        String base = word.base();
        if (word.is("助") || word.is("記号") || word.is("フィラー") || word.is("接続詞") || word.is("接頭詞") || word.is("連体詞")) {
            return 0;
        }
        if (word.is("動詞-非自立") || word.is("動詞-接尾") || word.is("形容詞-非自立") || word.is("名詞-非自立")) {
            boolean direction =
                    CARRYING.contains(carrying) && (base.equals("くる") || base.equals("いく") || base.equals("く"));
            return direction ? WANT : !auxiliary && want.contains(base) ? WANT : 0;
        }
        if (want.contains(base)) {
            return auxiliary ? 0 : WANT;
        }
        if (light.contains(base)) {
            return LIGHT;
        }
        if (minor.contains(base)) {
            return MINOR;
        }
        if (word.is("名詞")) {
            boolean small = word.is("名詞-固有名詞-人名") || word.is("名詞-接尾") || word.is("名詞-数") || word.is("名詞-副詞可能");
            boolean pointing = word.is("名詞-代名詞") && !keys.containsKey(base);
            return (small || pointing) && !ASKING.contains(base) ? MINOR : NOUN;
        }
        boolean full = word.is("動詞") || word.is("形容詞") || word.is("感動詞");
        return full ? word.is("動詞") ? PREDICATE : NOUN : MINOR;
    }

    /** Give the reading of the dictionary form, out of the reading of the inflected one. */
    private static String baseReading(Morpheme word) {
        String said = Kana.hiragana(word.reading());
        if (word.base().equals(word.surface())) {
            return said;
        }
        if (word.base().equals("来る")) {
            return "くる";
        }
        int same = 0;
        int shorter = Math.min(word.base().length(), word.surface().length());
        while (same < shorter && word.base().charAt(same) == word.surface().charAt(same)) {
            same++;
        }
        int stem = said.length() - (word.surface().length() - same);
        return (stem > 0 ? said.substring(0, stem) : "")
                + Kana.hiragana(word.base().substring(same));
    }

    private static Set<String> all(List<String> lines) {
        Set<String> words = new HashSet<>();
        lines.forEach(line -> words.addAll(List.of(line.split(" ", -1))));
        return words;
    }
}
