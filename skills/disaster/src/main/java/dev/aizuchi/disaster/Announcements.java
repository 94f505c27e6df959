package dev.aizuchi.disaster;

import dev.aizuchi.disaster.alert.Alert;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Say alerts: in plain Japanese with what the alert itself tells, and as fixed texts in やさしい日本語, English, Chinese and
 * Korean.
 *
 * @param kinds of which kind an alert is, by patterns over its event and headline, in order
 * @param texts by kind, then by language
 */
public record Announcements(Map<String, Pattern> kinds, Map<String, Map<String, String>> texts) {
    /** The kind of percept by which an alert comes to the skill. */
    static final String ALERT = "alert";

    private static final String OTHER = "other";
    private static final List<String> LANGUAGES = List.of("ja_easy", "en", "zh", "ko");
    private static final int LONGEST_HEADLINE = 200;
    private static final String FULL_STOP = "。";
    private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    /** Keeps the order of the kinds. */
    public Announcements {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
        texts = Map.copyOf(texts);
    }

    /** Read what comes with the skill. */
    public static Announcements standard() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        Map<String, List<String>> patterns =
                Phrases.beside(Announcements.class, "alert-kinds.txt").byIntent();
        for (String kind :
                Phrases.beside(Announcements.class, "alert-order.txt").of("order")) {
            kinds.put(
                    kind,
                    Pattern.compile(
                            String.join("|", patterns.getOrDefault(kind, List.of())), Pattern.CASE_INSENSITIVE));
        }
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        Phrases.beside(Announcements.class, "announcements.txt").byIntent().forEach((kind, lines) -> {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            lines.forEach(line -> byLanguage.put(line.split(":", 2)[0], line.split(":", 2)[1].strip()));
            texts.put(kind, byLanguage);
        });
        return new Announcements(kinds, texts);
    }

    /** Tell of which kind an alert is. */
    public String kind(Alert alert) {
        return switch (alert.phase()) {
            case CANCELLED -> "cancelled";
            case LIFTED -> "lifted";
            // A headline also speaks of what is only to be watched: the event counts first.
            case ISSUED ->
                kindOf(alert.event()).or(() -> kindOf(alert.headline())).orElse(OTHER);
        };
    }

    private Optional<String> kindOf(String told) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(told).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Give a fixed text; for a kind that there is none of the general one, for such a language plain Japanese. */
    public String text(String kind, String language) {
        Map<String, String> byLanguage = texts.getOrDefault(kind, texts.getOrDefault(OTHER, Map.of()));
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault("ja_easy", byLanguage.getOrDefault("ja", "")));
    }

    /** Give what is said of an alert, by language in the order in which it is said. */
    public Map<String, String> said(Alert alert) {
        Map<String, String> said = new LinkedHashMap<>();
        String kind = kind(alert);
        String drill = alert.isExercise() ? text("test", "ja") : "";
        said.put("ja", drill + text(kind, "ja") + where(alert) + headline(alert.headline()));
        for (String language : LANGUAGES) {
            String practice = alert.isExercise() ? text("test", language) + " " : "";
            said.put(language, practice + text(kind, language));
        }
        return said;
    }

    /** Put an alert as a percept, so that it reaches the skill like what a sensor tells. */
    public Percept percept(Alert alert) {
        List<Argument> arguments = new ArrayList<>();
        said(alert).forEach((language, text) -> arguments.add(new Argument.Text(language, text)));
        arguments.add(new Argument.Text("kind", kind(alert)));
        return new Percept.Own(ALERT, arguments);
    }

    /** Say an alert in all its languages, the plain one first. */
    Reply to(Perceived perceived) {
        Reply reply = Reply.nothing();
        if (perceived.percept() instanceof Percept.Own own) {
            for (Argument argument : own.arguments()) {
                if (argument instanceof Argument.Text text && !text.name().equals("kind")) {
                    reply = reply.thenSay(text.value());
                }
            }
        }
        return reply;
    }

    private String where(Alert alert) {
        List<String> areas =
                alert.areas().stream().filter(JAPANESE.asPredicate()).toList();
        return areas.isEmpty() ? "" : text("where", "ja").replace("{areas}", String.join("、", areas));
    }

    /** Give a headline in whole sentences; one in another language is not for the Japanese voice. */
    private static String headline(String headline) {
        String plain = headline.replaceAll("\\s+", " ").strip();
        if (!KANA.matcher(plain).find()) {
            return "";
        }
        String whole = plain.endsWith(FULL_STOP) ? plain : plain + FULL_STOP;
        return whole.length() <= LONGEST_HEADLINE
                ? whole
                : whole.substring(0, whole.lastIndexOf(FULL_STOP, LONGEST_HEADLINE - 1) + 1);
    }
}
