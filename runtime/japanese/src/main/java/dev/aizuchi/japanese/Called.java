package dev.aizuchi.japanese;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Find the person whose name, role or relation stands at a place of an utterance. */
final class Called {
    private static final int LONGEST = 5;

    private final Set<String> family;
    private final Set<String> group;
    private final Set<String> staff;
    private final Set<String> titles;
    private final Pattern titled;

    /** What a person is to the speaker. */
    enum Kind {
        STAFF,
        FAMILY,
        GROUP,
        NAMED
    }

    /**
     * A person that is called.
     *
     * @param bare whether the name stands without さん or the like
     */
    record Person(Kind kind, int start, int end, boolean bare) {}

    Called(DataFile data) {
        family = Set.copyOf(data.lines("family"));
        group = Set.copyOf(data.lines("group"));
        staff = Set.copyOf(data.lines("staff"));
        titles = Set.copyOf(data.lines("title"));
        titled = Pattern.compile(
                "(?:" + data.lines("title").stream().map(Pattern::quote).collect(Collectors.joining("|")) + "|の人|の方)$");
    }

    @Nullable
    Person at(List<Morpheme> words, int start) {
        for (int end = Math.min(words.size(), start + LONGEST); end > start; end--) {
            String name = surface(words, start, end);
            Kind kind = known(name);
            if (kind != null && !isInside(words, end)) {
                return new Person(kind, start, end, false);
            }
        }
        int end = start;
        while (end < words.size() && isName(words.get(end), end > start)) {
            end++;
        }
        if (end > start && end < words.size() && titles.contains(words.get(end).surface())) {
            return new Person(Kind.NAMED, start, end + 1, false);
        }
        boolean paused = end < words.size() && words.get(end).is("記号");
        boolean person = end > start && words.get(start).is("名詞-固有名詞-人名");
        return person && paused ? new Person(Kind.NAMED, start, end, true) : null;
    }

    /** Find a person called behind the sentence, after a pause or a particle that ends it. */
    @Nullable
    Person atEnd(List<Morpheme> words) {
        for (int start = words.size() - 1; start > 0; start--) {
            Morpheme before = words.get(start - 1);
            boolean sentenceEnd = before.is("記号") || before.is("助詞-終助詞") || before.is("助詞-接続助詞");
            Person person = sentenceEnd ? at(words, start) : null;
            if (person != null && person.end == words.size() && !person.bare) {
                return person;
            }
        }
        return null;
    }

    private @Nullable Kind known(String name) {
        if (group.contains(name)) {
            return Kind.GROUP;
        }
        if (family.contains(name)) {
            return Kind.FAMILY;
        }
        String role = titled.matcher(name).replaceFirst("");
        return staff.contains(name) || staff.contains(role) ? Kind.STAFF : null;
    }

    /** 「先生方」, 「看護師長」, 「受付番号」, 「ドクターヘリ」, 「ナースコール」: the word goes on. */
    private static boolean isInside(List<Morpheme> words, int end) {
        if (end == words.size()) {
            return false;
        }
        Morpheme next = words.get(end);
        Morpheme last = words.get(end - 1);
        boolean compound = next.is("名詞-一般") && isKanji(next) && isKanji(last) && !last.is("名詞-接尾");
        return next.is("名詞-接尾") || compound || (isKatakana(next) && isKatakana(last));
    }

    private static boolean isKatakana(Morpheme word) {
        return word.surface().codePoints().allMatch(Respelling::isKatakana);
    }

    private static boolean isKanji(Morpheme word) {
        return word.surface().codePoints().allMatch(Character::isIdeographic);
    }

    private static boolean isName(Morpheme word, boolean further) {
        boolean proper = word.is("名詞-固有名詞");
        boolean unknown = word.is("名詞-一般") && word.surface().codePoints().allMatch(Kana::isKana);
        return proper || (unknown && !further);
    }

    private static String surface(List<Morpheme> words, int from, int to) {
        return words.subList(from, to).stream().map(Morpheme::surface).collect(Collectors.joining());
    }
}
