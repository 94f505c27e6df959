package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part an utterance where a second wish may begin: 「電気を消して｜カーテンも閉めて」, 「お水とあと｜毛布をお願い」. Callable from any thread.
 *
 * <p>Only the places are found here; whether the parts are wishes of their own, the intents say.
 */
final class Clauses {
    private static final int MOST = 3;
    /** A verb ends what may stand alone, and so does a count: 「負傷者二名、救急車要請」. By itself 二名 may be a place. */
    private static final Pattern COUNT =
            Pattern.compile(".*[\\p{IsHan}ァ-ヺー&&[^一二三四五六七八九十百]][がはを]?[0-9一二三四五六七八九十百]+(?:名様?|人|台|枚|本|個|箱|つ|件|体)");

    private final Morphology morphology = new Morphology();
    private final Pattern also;

    /**
     * Hold two parts.
     *
     * @param first what comes first
     * @param rest what comes then, without the word that joins them
     * @param reason whether the first may be no more than the reason of the second
     * @param joined whether the two are surely two: 「お水とお茶を」, 「それから」
     */
    record Parts(String first, String rest, boolean reason, boolean joined) {}

    Clauses() {
        also = DataFile.read(Clauses.class, "slots.txt").pattern("also");
    }

    /** Give the ways to part an utterance, the likeliest first; few, since each is interpreted. */
    List<Parts> parts(String text) {
        List<Parts> parts = new ArrayList<>();
        Matcher joint = also.matcher(text);
        while (joint.find()) {
            add(parts, text.substring(0, joint.start()), text.substring(joint.end()), false, true);
        }
        List<Morpheme> words = morphology.analyze(text);
        for (int i = 1; i + 1 < words.size(); i++) {
            Morpheme word = words.get(i);
            boolean things = hasThing(words.subList(i + 1, words.size()))
                    && (hasThing(words.subList(0, i)) || isBareDeed(words, i));
            if (things && isJoint(word) && !isAuxiliary(words.get(i + 1)) && !isQuotation(words, i)) {
                boolean reason = !word.surface().matches("て|で");
                add(parts, text, word.end(), word.end(), reason);
            } else if (things && word.surface().equals("と") && isListed(words, i)) {
                add(
                        parts,
                        text.substring(0, word.start()) + shared(words, i + 1, text),
                        text.substring(word.end()),
                        false,
                        true);
            } else if (things
                    && word.surface().equals("、")
                    && (words.get(i - 1).is("動詞")
                            || COUNT.matcher(text.substring(0, word.start())).matches())) {
                add(parts, text, word.start(), word.end(), false);
            }
        }
        return parts.size() > MOST ? parts.subList(0, MOST) : parts;
    }

    /** 「呼ばなくていい」, 「呼んでくれる」: what follows て belongs to it. */
    private static boolean isAuxiliary(Morpheme word) {
        return word.is("動詞-非自立") || word.is("形容詞-非自立");
    }

    /** 「持ってきてって連絡して」: what is said to another is no wish of its own; the analyser takes って for っ and て. */
    private static boolean isQuotation(List<Morpheme> words, int at) {
        return words.get(at + 1).surface().equals("って")
                || words.get(at - 1).surface().equals("っ");
    }

    /** Conditions (飲むと, 飲めば) belong to what follows. */
    private static boolean isJoint(Morpheme word) {
        return word.is("助詞-接続助詞") && word.surface().matches("て|で|し|から|ので|けど|けれど|けれども|が");
    }

    /** 「お水と毛布を」, but neither 「田中さんと話す」 nor 「佐藤さんと約束している」. */
    private static boolean isListed(List<Morpheme> words, int at) {
        int next = words.get(at + 1).surface().equals("、") ? at + 2 : at + 1;
        return words.get(at - 1).is("名詞")
                && next < words.size()
                && (words.get(next).is("名詞") || words.get(next).is("接頭詞"))
                && !isDeed(words, next);
    }

    private static boolean isDeed(List<Morpheme> words, int at) {
        return words.get(at).is("名詞-サ変接続")
                && at + 1 < words.size()
                && words.get(at + 1).base().equals("する");
    }

    /** What is said of both: 「を消して」 in 「テレビと電気を消して」. */
    private static String shared(List<Morpheme> words, int second, String text) {
        int end = words.get(second).surface().equals("、") ? second + 1 : second;
        while (end < words.size() && (words.get(end).is("名詞") || words.get(end).is("接頭詞"))) {
            end++;
        }
        return end < words.size() ? text.substring(words.get(end).start()) : "";
    }

    /** 「消して、一メートル下がれ」: what shall be put out was said before. */
    private static boolean isBareDeed(List<Morpheme> words, int at) {
        return words.get(0).is("動詞-自立")
                && words.get(at).is("助詞-接続助詞")
                && words.get(at + 1).surface().equals("、");
    }

    private static boolean hasThing(List<Morpheme> words) {
        return words.stream()
                .anyMatch(word -> word.is("名詞")
                        && !word.is("名詞-非自立")
                        && !word.is("名詞-動詞非自立的")
                        && !word.base().equals("お願い")
                        && !word.is("名詞-代名詞")
                        && !word.is("名詞-接尾"));
    }

    private static void add(List<Parts> parts, String text, int end, int begin, boolean reason) {
        add(parts, text.substring(0, end), text.substring(begin), reason, false);
    }

    private static void add(List<Parts> parts, String before, String behind, boolean reason, boolean joined) {
        String first = before.replaceAll("[、。…]+$", "");
        String rest = behind.replaceAll("^[、。…]+", "");
        Parts more = new Parts(first, rest, reason, joined);
        if (!first.isEmpty() && !rest.isEmpty() && !parts.contains(more)) {
            parts.add(more);
        }
    }
}
