package dev.aizuchi.japanese;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tell whether somebody is called by name at the beginning or the end of an utterance. */
final class Addressee {
    private static final String ROBOT = "ロボット";
    /** Verbs whose object may stand without を: 「田中さん呼んで」 is no call to Tanaka. */
    private static final Set<String> OBJECT_VERBS =
            Set.of("呼ぶ", "お願い", "探す", "捜す", "連れる", "知る", "見る", "待つ", "頼む", "いる", "どこ", "誰", "いつ", "元気");

    private final Morphology morphology;
    private final Set<String> called;
    private final Set<String> calledWithPause;
    private final List<String> stillWishes;
    private final Set<String> titles;
    private final Set<String> openings;

    Addressee(Morphology morphology, DataFile data) {
        this.morphology = morphology;
        called = Set.copyOf(data.lines("called"));
        calledWithPause = Set.copyOf(data.lines("with a pause"));
        stillWishes = data.lines("still a wish");
        titles = Set.copyOf(data.lines("title"));
        openings = Set.copyOf(data.lines("openings"));
    }

    boolean isOther(String text, List<String> ownNames) {
        List<Morpheme> words = morphology.analyze(text);
        int start = 0;
        while (start < words.size() && (openings.contains(words.get(start).surface()) || isPause(words.get(start)))) {
            start++;
        }
        return isCalledFirst(text, words, start, ownNames) || isCalledLast(words, ownNames);
    }

    private boolean isCalledFirst(String text, List<Morpheme> words, int start, List<String> ownNames) {
        int end = nameEnd(words, start);
        if (end < 0 || end == words.size()) {
            return false;
        }
        String name = surface(words, start, end);
        if (isOwn(name, ownNames)) {
            return false;
        }
        String rest = text.substring(words.get(end).start());
        if (isPause(words.get(end))) {
            boolean wish = stillWishes.stream().anyMatch(rest::contains);
            return !(calledWithPause.contains(name) && wish);
        }
        boolean bareName = !called.contains(name) && !hasTitle(words, end);
        if (bareName || calledWithPause.contains(name) || words.get(end).is("助")) {
            return false;
        }
        // 「田中さんの…」 and 「田中さんが…」 are gone; what is left may still speak of Tanaka instead of to him.
        return OBJECT_VERBS.stream().noneMatch(verb -> says(words, end, verb));
    }

    private static boolean says(List<Morpheme> words, int from, String base) {
        return words.subList(from, words.size()).stream()
                .anyMatch(word -> word.base().equals(base) || word.surface().equals(base));
    }

    /** 「こっちに来て、田中さん」: a name after the sentence. */
    private boolean isCalledLast(List<Morpheme> words, List<String> ownNames) {
        for (int start = words.size() - 1; start > 0; start--) {
            Morpheme before = words.get(start - 1);
            boolean sentenceEnd = isPause(before) || before.is("助詞-終助詞") || before.is("助詞-接続助詞");
            if (sentenceEnd && nameEnd(words, start) == words.size() && hasTitle(words, words.size())) {
                return !isOwn(surface(words, start, words.size()), ownNames);
            }
        }
        return false;
    }

    /** Give the place behind the name that begins here, or -1. */
    private int nameEnd(List<Morpheme> words, int start) {
        for (int end = Math.min(words.size(), start + 4); end > start; end--) {
            String name = surface(words, start, end);
            if (called.contains(name) || calledWithPause.contains(name)) {
                return end;
            }
        }
        int end = start;
        while (end < words.size() && isName(words.get(end), end > start)) {
            end++;
        }
        if (end > start && end < words.size() && titles.contains(words.get(end).surface())) {
            return end + 1;
        }
        boolean paused = end < words.size() && isPause(words.get(end));
        boolean person = end > start && words.get(start).is("名詞-固有名詞-人名");
        return person && paused ? end : -1;
    }

    private static boolean isName(Morpheme word, boolean further) {
        boolean proper = word.is("名詞-固有名詞");
        boolean unknown = word.is("名詞-一般") && word.surface().codePoints().allMatch(Kana::isKana);
        return proper || (unknown && !further);
    }

    private boolean hasTitle(List<Morpheme> words, int end) {
        return titles.contains(words.get(end - 1).surface())
                || titles.stream()
                        .anyMatch(title -> words.get(end - 1).surface().endsWith(title))
                || called.contains(words.get(end - 1).surface());
    }

    private boolean isOwn(String name, List<String> ownNames) {
        Set<String> own = new HashSet<>(ownNames);
        own.add(ROBOT);
        return own.stream().anyMatch(each -> !each.isBlank() && (name.equals(each) || name.startsWith(each)));
    }

    private static boolean isPause(Morpheme word) {
        return word.is("記号");
    }

    private static String surface(List<Morpheme> words, int from, int to) {
        StringBuilder surface = new StringBuilder();
        words.subList(from, to).forEach(word -> surface.append(word.surface()));
        return surface.toString();
    }
}
