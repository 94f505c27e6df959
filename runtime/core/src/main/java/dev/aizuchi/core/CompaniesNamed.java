package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Find the companies that an utterance names, by the words in which their names begin or end: 山田商事, 株式会社アオイ; carriers
 * by name. Immutable; callable from any thread.
 */
final class CompaniesNamed {
    private static final String LETTER = "[\\p{IsHan}々ァ-ヺーA-Za-z・&]";
    private static final String NAME = "(?:" + LETTER + "{1,12}?|(?<=^|[、。…])[ぁ-ゖ]{2,5})";

    private final Pattern company;

    CompaniesNamed(DataFile data) {
        String legal = "(?:" + String.join("|", data.lines("legal forms")) + ")";
        String ending = "(?:" + String.join("|", data.lines("company endings")) + ")";
        String behind = "(?=" + String.join("|", data.lines("behind a company")) + ")";
        company = Pattern.compile("(?<!" + LETTER + ")(?:"
                + legal + "(?:" + LETTER + "|[ぁ-ゖ]){2,12}?" + behind
                + "|" + NAME + "(?:" + ending + legal + "?|" + legal + ")" + behind
                + "|(?:" + String.join("|", data.lines("carriers")) + ")(?:" + legal + ")?" + behind
                + "|(?:[ァ-ヺー]{3,12}|[A-Z][A-Za-z&]{1,11})(?=" + String.join("|", data.lines("of a company")) + "))");
    }

    /** Give the companies in the order in which they are named. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = company.matcher(text);
        while (matcher.find()) {
            found.add(new Found(new Span(matcher.start(), matcher.end()), matcher.group()));
        }
        return found;
    }
}
