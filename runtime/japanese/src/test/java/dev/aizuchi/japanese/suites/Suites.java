package dev.aizuchi.japanese.suites;

import dev.aizuchi.japanese.dialect.Plain;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.dialect.Region;
import dev.aizuchi.japanese.easy.EasyJapanese;
import dev.aizuchi.japanese.keigo.Issue;
import dev.aizuchi.japanese.keigo.Politeness;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.PersonalData;
import dev.aizuchi.japanese.pragmatics.Answer;
import dev.aizuchi.japanese.pragmatics.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Give the suites of the layers. */
final class Suites {
    private static final Pattern MARKED = Pattern.compile("\\{([A-Z_]+):([^}]*)}");

    private final PolitenessCheck check = new PolitenessCheck();
    private final PlainForms forms = PlainForms.standard();
    private final Masker masker = new Masker();
    private final Answers answers = Answers.standard();
    private final EasyJapanese easy = new EasyJapanese();

    List<Suite> all() {
        return List.of(kinds(), repairs(), plain(), regions(), mask(), answers(), easy());
    }

    /** Exactly the kinds of fault that the row names. */
    private Suite kinds() {
        return new Suite("keigo", row -> {
            Politeness found = check.check(row.get(0));
            Set<String> kinds = new TreeSet<>();
            found.issues().stream().map(Issue::kind).forEach(kind -> kinds.add(kind.wireName()));
            boolean same = either(row.get(1)).stream().anyMatch(wanted -> kinds.equals(named(wanted)));
            return same ? "" : row.get(0) + " " + row.get(1) + " ≠ " + kinds + found.issues();
        });
    }

    private static Set<String> named(String kinds) {
        return kinds.equals("-") ? Set.of() : new TreeSet<>(List.of(kinds.split(",")));
    }

    private Suite repairs() {
        return new Suite("keigo", row -> {
            String suggestion = check.check(row.get(0)).suggestion().orElse("-");
            return either(row.get(2)).contains(suggestion) ? "" : row.get(0) + " " + row.get(2) + " ≠ " + suggestion;
        });
    }

    private Suite plain() {
        return new Suite("dialect", row -> {
            Plain plain = forms.plain(row.get(0));
            return either(row.get(1)).contains(plain.text()) ? "" : row.get(0) + " " + row.get(1) + " ≠ " + plain;
        });
    }

    private Suite regions() {
        return new Suite("dialect", row -> {
            String region = forms.region(row.get(0)).map(Region::wireName).orElse("-");
            return either(row.get(2)).contains(region) ? "" : row.get(0) + " " + row.get(2) + " ≠ " + region;
        });
    }

    /** Exactly the marked spans with their kinds. */
    private Suite mask() {
        return new Suite("mask", row -> {
            List<PersonalData> wanted = new ArrayList<>();
            String text = unmarked(row.get(0), wanted);
            List<PersonalData> found = masker.find(text);
            return found.equals(wanted)
                    ? ""
                    : row.get(0) + " ≠ " + masker.mask(text).text() + found;
        });
    }

    /** The text in easy Japanese, letter by letter. */
    private Suite easy() {
        return new Suite("easy", row -> {
            String said = easy.rewrite(row.get(0)).text();
            return said.equals(row.get(1)) ? "" : row.get(0) + " " + row.get(1) + " ≠ " + said;
        });
    }

    /** What may be said in several ways stands with | between them. */
    private static List<String> either(String wanted) {
        return List.of(wanted.split("\\|"));
    }

    static String unmarked(String marked, List<PersonalData> wanted) {
        Matcher matcher = MARKED.matcher(marked);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, "");
            int start = text.length();
            text.append(matcher.group(2));
            wanted.add(new PersonalData(
                    start, text.length(), dev.aizuchi.japanese.mask.PersonalDataKind.valueOf(matcher.group(1))));
        }
        return matcher.appendTail(text).toString();
    }

    private Suite answers() {
        return new Suite("pragmatics", row -> {
            String meant = sign(answers.resolve(row.get(1), row.get(0)));
            return meant.equals(row.get(2)) ? "" : row + " ≠ " + meant + " " + answers.asked(row.get(0));
        });
    }

    static String sign(Answer answer) {
        return switch (answer.meaning()) {
            case ACCEPT -> "+";
            case REFUSE -> "-";
            case UNCLEAR -> answer.readings().isEmpty() ? "0" : "?";
        };
    }
}
