package dev.aizuchi.japanese;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Find a stop word in what has been heard so far, without an analyser, so that nothing can be in the way of a stop. */
final class StopWords {
    /** A partial result grows at its end, and a stop word is said at the end: the rest has been looked at before. */
    private static final int LOOKED_AT = 400;

    private static final String BREAK = "\u0001";

    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}\\p{C}&&[^ー]]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Pattern stops;
    private final Pattern none;

    StopWords(DataFile data) {
        String anywhere = any(data.lines("anywhere"));
        String atWord = any(data.lines("at a word"));
        String before = any(data.lines("before"));
        stops = Pattern.compile("(?:" + anywhere + ")|(?:^|" + BREAK + "|" + before + ")(?:" + atWord + ")");
        none = Pattern.compile(any(data.lines("not")));
    }

    /**
     * Tell whether a stop word is in a text. Each blank may stand within a word or between two, so the text is tried
     * without its blanks, and a word that needs a beginning also with them.
     */
    boolean in(String partial) {
        String text = partial.length() > LOOKED_AT ? partial.substring(partial.length() - LOOKED_AT) : partial;
        String spelled = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        String plain = Kana.hiragana(spelled).toLowerCase(Locale.ROOT);
        String marked = MARKS.matcher(plain).replaceAll(BREAK);
        String joined = BLANKS.matcher(marked).replaceAll("");
        String broken = BLANKS.matcher(marked).replaceAll(BREAK);
        return found(joined) || (!broken.equals(joined) && found(broken));
    }

    /** What stands around no stop cannot make one of it, so it is only looked for where there is one. */
    private boolean found(String text) {
        return stops.matcher(text).find()
                && stops.matcher(none.matcher(text).replaceAll("\u0002")).find();
    }

    private static String any(List<String> words) {
        return words.stream()
                .map(word -> Kana.hiragana(word).toLowerCase(Locale.ROOT).replace("!", BREAK))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
