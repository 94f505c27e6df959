package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Find which place of a site a person means: 食堂の方, お手洗い and ひゃくいち号室 as well as 食堂, トイレ and 101号室.
 *
 * <p>Immutable; callable from any thread.
 */
public final class Places {
    /** A part of a name that is shorter than this, in letters of its reading, may be any word. */
    private static final int TELLING = 4;

    private static final int SHORTEST = 3;
    /** So many words make up a place's name. */
    private static final int LONGEST = 6;

    private final Words words = Words.STANDARD;
    /** Each spelling by which a place is known, to its name. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<Pattern, String> inKana = new LinkedHashMap<>();

    /** Say which place is meant. */
    public sealed interface Meant {
        /** Where the speaker is. */
        record Here() implements Meant {}

        /** A place of the site, by its name there. */
        record Known(String name) implements Meant {}

        /** None that the site has. */
        record Unknown() implements Meant {}
    }

    private Places(List<String> known) {
        for (String name : known) {
            spellings(name).forEach(spelling -> names.putIfAbsent(spelling, name));
            String reading = words.reading(name);
            if (reading.length() >= SHORTEST && !reading.equals(name) && !hasDigit(name)) {
                inKana.put(Pattern.compile("(?<![ぁ-ゖァ-ー])" + reading + "(?=[のをがにはへも、]|側|まで|$)"), name);
            }
        }
    }

    /** Know the places of a site, by the names that its robot takes. */
    public static Places of(List<String> known) {
        return new Places(known);
    }

    /** Tell which place somebody means who says this where a place is expected. */
    public Meant meant(String said) {
        String plain = words.plain(said);
        Optional<String> known = known(plain);
        if (known.isPresent()) {
            return new Meant.Known(known.get());
        }
        String bare = withoutAround(plain);
        known = known(bare);
        if (known.isPresent()) {
            return new Meant.Known(known.get());
        }
        return isHere(plain) || isHere(bare) ? new Meant.Here() : new Meant.Unknown();
    }

    /** Find a place of the site that a sentence speaks of; empty when there is none, or more than one. */
    public Optional<String> in(String sentence) {
        List<String> said = words.plainWords(sentence);
        Set<String> found = new HashSet<>();
        for (int from = 0; from < said.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < Math.min(said.size(), from + LONGEST); to++) {
                String name = names.get(joined.append(said.get(to)).toString());
                if (name != null) {
                    found.add(name);
                }
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /**
     * Write the site's places as the site does where a sentence has them in kana, which hide them from the analyser.
     */
    public String written(String sentence) {
        String written = sentence;
        for (Map.Entry<Pattern, String> each : inKana.entrySet()) {
            written = each.getKey().matcher(written).replaceAll(Matcher.quoteReplacement(each.getValue()));
        }
        return written;
    }

    private Optional<String> known(String plain) {
        String name = names.get(plain);
        if (name != null) {
            return Optional.of(name);
        }
        List<String> partly = names.entrySet().stream()
                .filter(each -> plain.length() >= TELLING
                        && !hasDigit(plain)
                        && each.getKey().contains(plain))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return partly.size() == 1 ? Optional.of(partly.get(0)) : Optional.empty();
    }

    private boolean isHere(String plain) {
        String rest = plain;
        for (String each : words.mine) {
            if (rest.startsWith(each)) {
                rest = rest.substring(each.length());
                break;
            }
        }
        return words.here.contains(rest) || words.here.contains(withoutAround(rest));
    }

    private String withoutAround(String plain) {
        String bare = plain;
        for (String before = ""; !bare.equals(before); ) {
            before = bare;
            for (String each : words.around) {
                if (bare.endsWith(each) && bare.length() > each.length()) {
                    bare = bare.substring(0, bare.length() - each.length());
                    break;
                }
            }
        }
        return bare;
    }

    private List<String> spellings(String name) {
        String plain = words.plain(name);
        List<String> spellings = new ArrayList<>(List.of(plain));
        String number = plain.replaceAll("ごうしつ$|ごう$|ばん$", "");
        if (hasDigit(number)) {
            spellings.add(number);
            spellings.add(number + "ごう");
            spellings.add(number + "ばん");
        }
        return spellings;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /** Compares words, and knows those of the language that say where; the same for every site. */
    private static final class Words {
        private static final Words STANDARD = new Words();

        private final Morphology morphology = new Morphology();
        private final Vocabulary vocabulary = new Vocabulary();
        private final Numbers numbers = new Numbers(morphology);
        private final List<String> here;
        private final List<String> mine;
        private final List<String> around;

        private Words() {
            DataFile data = DataFile.read("places.txt");
            here = keys(data.lines("here"));
            mine = longestFirst(keys(data.lines("mine")));
            around = longestFirst(keys(data.lines("around")));
        }

        /** Write as it is compared: numbers in digits, no お, one word for what means the same, in hiragana. */
        String plain(String said) {
            return String.join("", plainWords(said));
        }

        List<String> plainWords(String said) {
            String text = numbers.toDigits(RoomNumbers.inDigits(Normalizer.spelled(said), numbers));
            List<String> plain = new ArrayList<>();
            for (Morpheme word : morphology.analyze(text)) {
                boolean polite = word.is("接頭詞") && List.of("お", "御", "ご").contains(word.surface());
                if (!polite && !word.is("記号")) {
                    plain.add(Kana.hiragana(plainWord(word)));
                }
            }
            return plain;
        }

        private String plainWord(Morpheme word) {
            String key = vocabulary.key(word);
            if (!key.equals(word.base())) {
                return reading(key);
            }
            return hasDigit(word.surface()) ? word.surface() : word.reading();
        }

        String reading(String key) {
            return morphology.reading(key);
        }

        private List<String> keys(List<String> words) {
            return words.stream().map(this::plain).toList();
        }

        private static List<String> longestFirst(List<String> words) {
            return words.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }
    }
}
