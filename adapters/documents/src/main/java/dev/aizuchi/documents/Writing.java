package dev.aizuchi.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the statements of one document under its title, its headings and its date. */
final class Writing {
    private static final Pattern DATE = Pattern.compile("(?:更新日|改定日|改訂日|発行日|作成日)\\s*[:：]\\s*(.+)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？])(?![」』）])");

    /** Longer than this it is no answer that anybody wants to hear. */
    private static final int SPEAKABLE = 90;

    private record Found(String text, String section) {}

    private final List<Found> found = new ArrayList<>();
    private String title;
    private String section = "";
    private String date;

    /** Begin a document that goes by its file's name and time until it says otherwise. */
    Writing(String title, String date) {
        this.title = title;
        this.date = date;
    }

    void title(String own) {
        title = own;
    }

    void section(String headings) {
        section = headings;
    }

    /** Take running text: whole when it is short, else sentence by sentence. */
    void paragraph(String text) {
        Matcher dated = DATE.matcher(text.strip());
        if (dated.matches()) {
            date = dated.group(1).strip();
        } else if (text.length() <= SPEAKABLE) {
            statement(text);
        } else {
            SENTENCE_END.splitAsStream(text).forEach(this::statement);
        }
    }

    void statement(String text) {
        if (!text.isBlank()) {
            found.add(new Found(text.strip(), section));
        }
    }

    List<Statement> statements() {
        return found.stream()
                .map(one -> new Statement(one.text, title, one.section, date))
                .toList();
    }
}
