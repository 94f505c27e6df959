package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.KanaDistance;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.PersonalDataKind;
import dev.aizuchi.skill.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Find the people whom an utterance names, with their rank but without さん: 佐藤, 田中部長. Callable from any thread.
 *
 * <p>A name that sounds like one of the site's people is written as theirs. The robot is none of them.
 */
final class PeopleNamed {
    private static final String PERSON = "person";
    private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]+");
    private static final List<String> ORDINARY = List.of("名詞-一般", "名詞-サ変接続", "名詞-代名詞", "名詞-形容動詞語幹", "動詞", "助詞");
    /** 佐藤さん and 佐藤様 are one person, and on the wire one word; 田中部長 says more than 田中. */
    private static final Pattern HONORIFIC = Pattern.compile("(?:さん|はん|様|さま|氏|殿|くん|君|ちゃん)$");

    /** From here on a name that was heard is taken for one of the site's. */
    private static final double ALIKE = 0.8;

    /** Made once, as it holds no state and each agent of hundreds of tests would wait for it. */
    private static final Masker MASKER = new Masker();

    private final Morphology morphology;
    private final KanaDistance distance;
    private final Pattern title;
    private final Pattern titleAtEnd;
    private final Pattern introduced;
    private final Pattern from;
    private final CompaniesNamed companies;
    private final List<LexiconEntry> people;
    private final List<String> robotNames;

    PeopleNamed(Morphology morphology, KanaDistance distance, DataFile data, Lexicon lexicon, List<String> robotNames) {
        this.morphology = morphology;
        this.distance = distance;
        this.title = Pattern.compile("^(?:" + String.join("|", data.lines("titles")) + ")(?:さん|様|さま)?");
        this.titleAtEnd = Pattern.compile("(?<=.)(?:" + String.join("|", data.lines("titles")) + ")+$");
        this.introduced = data.pattern("introduced");
        this.from = data.pattern("from a company");
        this.companies = new CompaniesNamed(data);
        this.people = lexicon.entries().stream()
                .filter(entry -> entry.kind().equals(PERSON))
                .toList();
        this.robotNames = List.copyOf(robotNames);
    }

    /** Give the people in the order in which they are named. */
    List<Found> in(String text) {
        List<Span> names = new ArrayList<>();
        known(text, names);
        MASKER.find(text).stream()
                .filter(data -> data.kind() == PersonalDataKind.NAME)
                .forEach(data -> add(names, new Span(data.start(), data.end())));
        tagged(text, names);
        introduced(text, names);
        ofCompanies(text, names);
        return names.stream()
                .sorted(Comparator.comparingInt(Span::start))
                .map(name -> titled(name, text))
                .filter(person -> robotNames.stream()
                        .noneMatch(robot ->
                                !robot.isBlank() && person.span().of(text).startsWith(robot)))
                .toList();
    }

    /**
     * Tell whether a word may name a person: a name, also of one character or in katakana, somebody with a title, or
     * what is no ordinary word.
     */
    boolean mayBe(String word) {
        return word.length() == 1
                || KATAKANA.matcher(word).matches()
                || !in(word).isEmpty()
                || title.matcher(word.substring(1)).find()
                || morphology.analyze(word).stream()
                        .noneMatch(each -> ORDINARY.stream().anyMatch(each::is));
    }

    /** Write a name that was said as a slot takes it, whether it was found or stood in a hole: never with さん. */
    String written(Slot.Title wanted, String name) {
        return wanted == Slot.Title.AS_SAID ? HONORIFIC.matcher(name).replaceFirst("") : untitled(name);
    }

    private String untitled(String name) {
        return titleAtEnd.matcher(name).replaceFirst("");
    }

    /** Give the people as a slot takes them. */
    List<Found> as(Slot.Title wanted, List<Found> named) {
        return switch (wanted) {
            case AS_SAID, LEFT_OUT ->
                named.stream()
                        .map(one -> new Found(
                                one.span(), written(wanted, one.values().get(0))))
                        .toList();
            case NONE ->
                named.stream()
                        .filter(one -> untitled(one.values().get(0))
                                .equals(one.values().get(0)))
                        .toList();
        };
    }

    /** Who names a company names after it who comes from there: 「青葉設計の小松でございます」. */
    private void ofCompanies(String text, List<Span> names) {
        for (Found company : companies.in(text)) {
            Matcher matcher = from.matcher(text).region(company.span().end(), text.length());
            if (matcher.lookingAt()) {
                add(names, new Span(matcher.start("name"), matcher.end("name")));
            }
        }
    }

    /** Names that only the words around them show to be one: 「わたしはチャンです」, 「経理の原と申します」. */
    private void introduced(String text, List<Span> names) {
        Matcher matcher = introduced.matcher(text);
        while (matcher.find()) {
            add(names, new Span(matcher.start(), matcher.end()));
        }
    }

    /** The site's own people, as it writes them. */
    private void known(String text, List<Span> names) {
        for (LexiconEntry person : people) {
            for (int at = text.indexOf(person.surface()); at >= 0; at = text.indexOf(person.surface(), at + 1)) {
                add(names, new Span(at, at + person.surface().length()));
            }
        }
    }

    /** A family name by itself, 「営業の鈴木です」, that is no part of a longer word. */
    private void tagged(String text, List<Span> names) {
        List<Morpheme> words = morphology.analyze(text);
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).is("名詞-固有名詞-人名-姓")) {
                continue;
            }
            int end = i + 1;
            while (end < words.size() && words.get(end).is("名詞-固有名詞-人名")) {
                end++;
            }
            boolean joined =
                    i > 0 && words.get(i - 1).is("名詞") && !words.get(i - 1).is("名詞-副詞可能");
            boolean goesOn = end < words.size()
                    && words.get(end).is("名詞")
                    && !title.matcher(text.substring(words.get(end).start())).find();
            if (!joined && !goesOn && words.get(end - 1).end() - words.get(i).start() > 1) {
                add(names, new Span(words.get(i).start(), words.get(end - 1).end()));
            }
            i = end - 1;
        }
    }

    private static void add(List<Span> names, Span name) {
        if (names.stream().noneMatch(name::overlaps)) {
            names.add(name);
        }
    }

    private Found titled(Span name, String text) {
        Matcher matcher = title.matcher(text.substring(name.end()));
        int length = matcher.find() ? matcher.end() : 0;
        Span whole = new Span(name.start(), name.end() + length);
        return new Found(whole, spelled(name.of(text)) + text.substring(name.end(), whole.end()));
    }

    private String spelled(String name) {
        if (people.isEmpty()
                || people.stream().anyMatch(person -> person.surface().equals(name))) {
            return name;
        }
        String reading = morphology.reading(name);
        return people.stream()
                .filter(person -> distance.likeness(person.reading(), reading) >= ALIKE)
                .max(Comparator.comparingDouble(person -> distance.likeness(person.reading(), reading)))
                .map(LexiconEntry::surface)
                .orElse(name);
    }
}
