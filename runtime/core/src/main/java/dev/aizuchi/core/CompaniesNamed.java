package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Find the companies, offices and schools that an utterance names, by how such names end or begin. Callable from any
 * thread.
 */
final class CompaniesNamed {
    private final Pattern name;

    CompaniesNamed(DataFile data) {
        String letters = "[^、。…\\s「」のはがをにでとも]";
        name = Pattern.compile("(?:株式会社|有限会社|合同会社)" + letters + "{1,12}|" + letters + "{1,12}(?:"
                + String.join("|", data.lines("companies")) + ")");
    }

    /** Give the names in the order in which they stand. */
    List<Found> in(String text) {
        return name.matcher(text)
                .results()
                .map(each -> new Found(new Span(each.start(), each.end()), each.group()))
                .toList();
    }
}
