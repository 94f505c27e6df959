package dev.aizuchi.core;

import dev.aizuchi.core.Spoken.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Lay out a hypothesis mora by mora, so that many can be compared fast. */
final class Sound {
    /** A place in two hypotheses, by morae. */
    private record Place(int here, int there) {}

    final Spoken spoken;
    /** Numbers of the morae, and for each the number and the confidence of its word as written. */
    final int[] morae;

    final int[] words;
    final double[] confidences;
    /** For each place between morae, the first word that begins there; −1 within a word. */
    private final int[] begins;

    /** Lay out; {@code numbers} is shared by all that are compared. */
    Sound(Spoken spoken, Map<String, Integer> numbers) {
        this.spoken = spoken;
        int length =
                spoken.words().stream().mapToInt(word -> word.morae().size()).sum();
        morae = new int[length];
        words = new int[length];
        confidences = new double[length];
        begins = new int[length + 1];
        Arrays.fill(begins, -1);
        int at = 0;
        for (int word = 0; word < spoken.words().size(); word++) {
            Piece piece = spoken.words().get(word);
            begins[at] = begins[at] < 0 ? word : begins[at];
            for (String mora : piece.morae()) {
                morae[at] = number(mora, numbers);
                words[at] = number(piece.text(), numbers);
                confidences[at++] = piece.confidence();
            }
        }
        begins[length] = spoken.words().size();
    }

    private static int number(String text, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(text, unknown -> numbers.size());
    }

    /** Count the morae by which two differ. */
    int distance(Sound other) {
        int[][] table = table(other);
        return table[morae.length][other.morae.length];
    }

    /** Give this with one stretch of words replaced by what the other has there, for each stretch where they differ. */
    List<Spoken> mendedBy(Sound other) {
        List<Spoken> mended = new ArrayList<>();
        List<Place> places = common(other);
        for (int i = 1; i < places.size(); i++) {
            Place from = places.get(i - 1);
            Place to = places.get(i);
            List<Piece> own = spoken.words().subList(begins[from.here], begins[to.here]);
            List<Piece> theirs = other.spoken.words().subList(other.begins[from.there], other.begins[to.there]);
            if (!Spoken.text(own).equals(Spoken.text(theirs))) {
                List<Piece> all = new ArrayList<>(spoken.words().subList(0, begins[from.here]));
                all.addAll(theirs);
                all.addAll(
                        spoken.words().subList(begins[to.here], spoken.words().size()));
                mended.add(new Spoken(all));
            }
        }
        return mended;
    }

    /** Find the places at which a word begins in both, in order. */
    private List<Place> common(Sound other) {
        int[][] table = table(other);
        List<Place> places = new ArrayList<>();
        int i = morae.length;
        int j = other.morae.length;
        while (i > 0 || j > 0) {
            note(places, other, i, j);
            if (i > 0 && j > 0 && table[i][j] == table[i - 1][j - 1] + swap(other, i, j)) {
                i--;
                j--;
            } else if (i > 0 && table[i][j] == table[i - 1][j] + 1) {
                i--;
            } else {
                j--;
            }
        }
        note(places, other, 0, 0);
        Collections.reverse(places);
        return places;
    }

    private void note(List<Place> places, Sound other, int i, int j) {
        if (begins[i] >= 0 && other.begins[j] >= 0) {
            places.add(new Place(i, j));
        }
    }

    private int[][] table(Sound other) {
        int[][] table = new int[morae.length + 1][other.morae.length + 1];
        for (int i = 0; i <= morae.length; i++) {
            for (int j = 0; j <= other.morae.length; j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                } else {
                    int gap = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
                    table[i][j] = Math.min(gap, table[i - 1][j - 1] + swap(other, i, j));
                }
            }
        }
        return table;
    }

    private int swap(Sound other, int i, int j) {
        return morae[i - 1] == other.morae[j - 1] ? 0 : 1;
    }
}
