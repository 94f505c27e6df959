package dev.aizuchi.japanese;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Drop what only fills a pause, and leave what points at something: 「あの、電気」 but 「あの部屋」. */
final class Fillers {
    private static final String PAUSE = "[、。…!?・]";

    private final Morphology morphology;
    private final Pattern always;
    private final Pattern opening;

    private static final class Standard {
        private static final Fillers FILLERS = new Fillers(new Morphology());
    }

    /** Give those of the language; read once for all. */
    static Fillers standard() {
        return Standard.FILLERS;
    }

    private Fillers(Morphology morphology) {
        DataFile data = DataFile.read("fillers.txt");
        this.morphology = morphology;
        this.always = Pattern.compile("(?:" + any(data.lines("always")) + ")" + PAUSE + "*");
        this.opening = Pattern.compile("(?<=^|" + PAUSE + ")(?:(?:" + any(data.lines("at the beginning")) + ")" + PAUSE
                + "*|(?:" + any(data.lines("before a pause")) + ")" + PAUSE + "+|あの(?=" + any(data.lines("after あの"))
                + "))");
    }

    /** Give the sentence without fillers; what is nothing else becomes empty. */
    String drop(String text) {
        String rest = text;
        for (String before = ""; !rest.equals(before); ) {
            before = rest;
            rest = opening.matcher(dropWords(rest)).replaceAll("");
        }
        return rest;
    }

    /** Drop only whole words: あのう is a filler, the あのう of あのうさぎ is not. */
    private String dropWords(String text) {
        Matcher filler = always.matcher(text);
        if (!filler.find()) {
            return text;
        }
        Set<Integer> bounds = new HashSet<>(Set.of(0, text.length()));
        for (Morpheme word : morphology.analyze(text)) {
            bounds.add(word.end());
        }
        return filler.replaceAll(found -> bounds.contains(found.start()) && bounds.contains(found.end())
                ? ""
                : Matcher.quoteReplacement(found.group()));
    }

    private static String any(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
