package dev.aizuchi.japanese.fence;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.fence.Breach.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Find what nobody should hear from a robot, however it is spelled: 「死 ね」, 「し・ね」, 「ﾊﾞｶ」. */
final class Forbidden {
    private static final Pattern MARKS = Pattern.compile("[\\p{Z}\\p{C}\\p{P}\\p{S}&&[^ー]]|ー(?=ー)");
    private static final String NOTHING = "(?!)";

    private record Rule(Pattern forbidden, Pattern allowed) {}

    private final Map<Kind, Rule> rules = new EnumMap<>(Kind.class);

    Forbidden() {
        DataFile data = DataFile.read(Forbidden.class, "forbidden.txt");
        for (Kind kind : List.of(
                Kind.HARM,
                Kind.SEXUAL,
                Kind.DISCRIMINATION,
                Kind.INSULT,
                Kind.ISOLATION,
                Kind.IDENTITY,
                Kind.PERSONAL,
                Kind.OPINION,
                Kind.MONEY,
                Kind.MACHINERY,
                Kind.ADVICE,
                Kind.REQUEST,
                Kind.PROMISE,
                Kind.ASSURANCE,
                Kind.MEDICAL)) {
            String section = kind.name().toLowerCase(Locale.ROOT);
            boolean excepted = data.sections().contains(section + " but");
            rules.put(
                    kind,
                    new Rule(
                            pattern(data.lines(section)),
                            excepted ? pattern(data.lines(section + " but")) : Pattern.compile(NOTHING)));
        }
    }

    static Pattern pattern(List<String> lines) {
        return Pattern.compile(Kana.hiragana(String.join("|", lines)));
    }

    /** Give a text without all that can hide a word. */
    static String bare(String text) {
        return Kana.hiragana(MARKS.matcher(ContentReader.spelled(text)).replaceAll(""));
    }

    /**
     * Find the first forbidden words; {@code founded} tells that a fact says the sentence, which may be medical then.
     */
    Optional<Breach> find(String sentence, boolean founded) {
        String bare = bare(sentence);
        for (Map.Entry<Kind, Rule> entry : rules.entrySet()) {
            if (founded && (entry.getKey() == Kind.MEDICAL || entry.getKey() == Kind.PROMISE)) {
                continue;
            }
            // What is allowed is taken out, so that it cannot cover for something else in the sentence.
            String rest = entry.getValue().allowed.matcher(bare).replaceAll("、");
            Matcher found = entry.getValue().forbidden.matcher(rest);
            if (found.find()) {
                return Optional.of(new Breach(entry.getKey(), found.group()));
            }
        }
        return Optional.empty();
    }
}
