package dev.aizuchi.japanese;

import dev.aizuchi.japanese.kana.Morae;
import java.util.List;

/**
 * Compare two readings by ear, mora by mora: what a recogniser mixes up costs little, anything else makes them differ.
 */
final class MoraDistance {
    /** The cost from which on two sounds are different words. */
    static final double APART = 1;

    private static final double NEARLY = 0.3;
    private static final String VOICELESS = "かきくけこさしすせそたちつてとはひふへほぱぴぷぺぽ";
    private static final String VOICED = "がぎぐげござじずぜぞだじずでどばびぶべぼばびぶべぼ";

    private MoraDistance() {}

    /** Split a reading; what sounds alike (を and お, ぢ and じ, づ and ず) is written alike. */
    static List<String> morae(String reading) {
        return Morae.withOthers(reading.replace('を', 'お').replace('ぢ', 'じ').replace('づ', 'ず'));
    }

    /**
     * Give what it costs to hear one for the other: 0 for the same, below 1 for nearly the same.
     *
     * @param most what is looked for; of what costs more, no more is told than that: it costs infinitely much
     */
    static double between(List<String> one, List<String> other, double most) {
        double[] row = new double[other.size() + 1];
        double[] gaps = new double[other.size() + 1];
        for (int j = 1; j < row.length; j++) {
            gaps[j] = gap(other, j - 1);
            row[j] = row[j - 1] + gaps[j];
        }
        for (int i = 0; i < one.size(); i++) {
            // Costs only add up: where the whole row is beyond, the end is, too.
            if (advance(row, gaps, one, i, other) > most) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double cost = row[other.size()];
        return cost > most ? Double.POSITIVE_INFINITY : cost;
    }

    /** Go on by one mora; give the least of the row. */
    private static double advance(double[] row, double[] gaps, List<String> one, int i, List<String> other) {
        double gap = gap(one, i);
        double diagonal = row[0];
        row[0] += gap;
        double least = row[0];
        for (int j = 1; j < row.length; j++) {
            double swapped = diagonal + swap(one.get(i), other.get(j - 1));
            diagonal = row[j];
            row[j] = Math.min(swapped, Math.min(row[j] + gap, row[j - 1] + gaps[j]));
            least = Math.min(least, row[j]);
        }
        return least;
    }

    /** A drawn-out vowel, a stop or an n is easily missed or made up. */
    private static double gap(List<String> morae, int i) {
        String mora = morae.get(i);
        boolean drawn = i > 0 && mora.equals(Morae.vowel(morae.get(i - 1)));
        return drawn || mora.equals("っ") || mora.equals("ん") ? NEARLY : APART;
    }

    private static double swap(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        boolean nearly = unvoiced(one).equals(unvoiced(other));
        return nearly ? NEARLY : APART;
    }

    private static String unvoiced(String mora) {
        int at = VOICED.indexOf(mora.charAt(0));
        return at < 0 ? mora : VOICELESS.charAt(at) + mora.substring(1);
    }
}
