package dev.aizuchi.voice.label;

import dev.aizuchi.japanese.accent.AccentPhrase;
import java.util.ArrayList;
import java.util.List;

/** Count an utterance's morae, phrases and breath groups, and write what labels say of them. */
final class Outline {
    /** Labels count no further. */
    private static final int MOST = 49;

    private static final String NO_PHRASE = "xx_xx";

    private final List<AccentPhrase> phrases;
    private final List<String> parts = new ArrayList<>();
    private final int[] morae;
    private final int[] wordsUpTo;
    /** The breath group of each phrase. */
    private final int[] group;

    private final int groups;

    Outline(List<AccentPhrase> phrases) {
        this.phrases = phrases;
        morae = new int[phrases.size()];
        wordsUpTo = new int[phrases.size()];
        group = new int[phrases.size()];
        int number = 0;
        for (int i = 0; i < morae.length; i++) {
            AccentPhrase phrase = phrases.get(i);
            morae[i] = phrase.morae().size();
            phrase.words().forEach(word -> parts.add(word.partOfSpeech()));
            wordsUpTo[i] = parts.size();
            group[i] = number;
            number += phrase.pause() ? 1 : 0;
        }
        groups = morae.length == 0 ? 0 : group[morae.length - 1] + 1;
    }

    /** Give the words up to the end of a phrase; 0 before the first. */
    int wordsUpTo(int phrase) {
        return phrase < 0 ? 0 : wordsUpTo[phrase];
    }

    /** Write where a mora stands in its phrase. */
    String mora(int phrase, int mora) {
        return "/A:" + Math.max(-MOST, Math.min(MOST, mora + 1 - accent(phrase))) + "+" + most(mora + 1) + "+"
                + most(morae[phrase] - mora);
    }

    /** Write the classes of a word, the one before and the one after; -1 for none. */
    String words(int before, int word, int after, WordClasses classes) {
        return "/B:" + part(before, classes) + "-xx_xx/C:" + part(word, classes) + "_xx+xx/D:" + part(after, classes)
                + "+xx_xx";
    }

    private String part(int word, WordClasses classes) {
        return word < 0 || word >= parts.size() ? "xx" : classes.of(parts.get(word));
    }

    /** Write what stands around a silence behind a phrase; -1 for the beginning. */
    String silence(int phrase) {
        int next = phrase + 1;
        boolean first = phrase < 0;
        boolean last = next >= phrases.size();
        return "/E:" + (first ? NO_PHRASE + "!xx" : accents(phrase, "!")) + "_xx-xx"
                + "/F:xx_xx#xx_xx@xx_xx|xx_xx"
                + "/G:" + (last ? NO_PHRASE + "%xx" : accents(next, "%")) + "_xx_xx"
                + "/H:" + (first ? NO_PHRASE : size(group[phrase], "_"))
                + "/I:xx-xx@xx+xx&xx-xx|xx+xx"
                + "/J:" + (last ? NO_PHRASE : size(group[next], "_"))
                + whole();
    }

    /** Write a phrase with those around it and its breath group. */
    String phrase(int phrase) {
        int from = first(group[phrase]);
        int to = first(group[phrase] + 1);
        int before = sum(from, phrase);
        String place = "@" + most(phrase - from + 1) + "_" + most(to - phrase) + "|" + most(before + 1) + "_"
                + most(sum(from, to) - before);
        return "/E:" + neighbour(phrase, phrase - 1, "!", "-") + "/F:" + accents(phrase, "#") + "_xx" + place + "/G:"
                + neighbour(phrase, phrase + 1, "%", "_") + breath(phrase, from, to) + whole();
    }

    private String breath(int phrase, int from, int to) {
        int number = group[phrase];
        int before = sum(0, from);
        return "/H:" + (number == 0 ? NO_PHRASE : size(number - 1, "_"))
                + "/I:" + size(number, "-") + "@" + most(number + 1) + "+" + most(groups - number) + "&"
                + most(from + 1) + "-" + most(phrases.size() - from) + "|" + atMost(before + 1) + "+"
                + atMost(sum(0, phrases.size()) - before)
                + "/J:" + (to == phrases.size() ? NO_PHRASE : size(number + 1, "_"));
    }

    private String whole() {
        return "/K:" + most(groups) + "+" + most(phrases.size()) + "-" + atMost(sum(0, phrases.size()));
    }

    private String neighbour(int phrase, int other, String mark, String separator) {
        if (other < 0 || other >= phrases.size()) {
            return NO_PHRASE + mark + "xx_xx" + separator + "xx";
        }
        return accents(other, mark) + "_xx" + separator + (group[phrase] == group[other] ? 1 : 0);
    }

    private String accents(int phrase, String mark) {
        return most(morae[phrase]) + "_" + most(accent(phrase)) + mark
                + (phrases.get(phrase).question() ? 1 : 0);
    }

    private String size(int number, String separator) {
        int from = first(number);
        int to = first(number + 1);
        return most(to - from) + separator + most(sum(from, to));
    }

    private int first(int number) {
        int phrase = 0;
        while (phrase < group.length && group[phrase] < number) {
            phrase++;
        }
        return phrase;
    }

    private int sum(int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += morae[i];
        }
        return sum;
    }

    /** A phrase that never falls counts as one that falls after its last mora. */
    private int accent(int phrase) {
        int nucleus = phrases.get(phrase).nucleus();
        return nucleus == 0 ? morae[phrase] : nucleus;
    }

    private static int most(int count) {
        return Math.min(MOST, count);
    }

    private static int atMost(int morae) {
        return Math.min(199, morae);
    }
}
