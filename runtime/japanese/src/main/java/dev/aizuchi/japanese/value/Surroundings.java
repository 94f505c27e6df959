package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.DataFile;
import java.util.List;

/** Tell from the words around it what a number with an ambiguous unit (度, キロ, ミリ) means. */
final class Surroundings {
    private final DataFile file = DataFile.read(Surroundings.class, "surroundings.tsv");
    private final List<String> up = file.lines("change up");
    private final List<String> down = file.lines("change down");
    private final List<String> temperature = file.lines("temperature");
    private final List<String> angle = file.lines("angle");
    private final List<String> times = file.lines("times");
    private final List<String> length = file.lines("length");
    private final List<String> mass = file.lines("mass");
    private final List<String> volume = file.lines("volume");

    boolean speaksOfTemperature(String text) {
        return anyIn(temperature, text);
    }

    boolean speaksOfAngles(String text) {
        return anyIn(angle, text);
    }

    boolean speaksOfTimes(String text) {
        return anyIn(times, text);
    }

    boolean speaksOfLength(String text) {
        return anyIn(length, text);
    }

    boolean speaksOfMass(String text) {
        return anyIn(mass, text);
    }

    boolean speaksOfVolume(String text) {
        return anyIn(volume, text);
    }

    /** 1 when what follows raises, -1 when it lowers, 0 otherwise; a few words may stand between. */
    int change(String text, int end) {
        int at = end;
        for (String between : List.of("ほど", "くらい", "ぐらい", "だけ", "ずつ", "、")) {
            at = text.startsWith(between, at) ? at + between.length() : at;
        }
        int place = at;
        if (up.stream().anyMatch(word -> text.startsWith(word, place))) {
            return 1;
        }
        return down.stream().anyMatch(word -> text.startsWith(word, place)) ? -1 : 0;
    }

    private static boolean anyIn(List<String> words, String text) {
        return words.stream().anyMatch(text::contains);
    }
}
