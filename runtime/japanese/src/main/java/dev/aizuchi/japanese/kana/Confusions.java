package dev.aizuchi.japanese.kana;

import dev.aizuchi.japanese.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Know how easily one mora is heard as another, from 0 (always) to 1 (never): voiced and unvoiced, neighbouring vowels,
 * dropped っ and ん, drawn-out vowels. The shipped table can be replaced by one learned from a recogniser's output.
 */
public final class Confusions {
    private static final String NOTHING = "-";

    private final Map<String, Double> costs;

    private Confusions(Map<String, Double> costs) {
        this.costs = Map.copyOf(costs);
    }

    /** Read the table that is shipped. */
    public static Confusions usual() {
        Map<String, Double> costs = new HashMap<>();
        for (String line : DataFile.read(Confusions.class, "confusions.tsv").lines("confusions")) {
            String[] fields = line.split("\t", -1);
            double cost = Double.parseDouble(fields[2]);
            costs.put(fields[0] + " " + fields[1], cost);
            costs.put(fields[1] + " " + fields[0], cost);
        }
        return new Confusions(costs);
    }

    /**
     * Learn from what was said and what was heard, pair by pair in kana. A confusion costs the less the oftener it was
     * made; what was never seen keeps its cost in this table.
     */
    public Confusions learnedFrom(List<String> said, List<String> heard) {
        if (said.size() != heard.size()) {
            throw new IllegalArgumentException(
                    "each of the " + said.size() + " said needs its heard, not " + heard.size());
        }
        Map<String, Integer> pairs = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        KanaDistance distance = new KanaDistance(this);
        for (int i = 0; i < said.size(); i++) {
            for (KanaDistance.Step step : distance.steps(Morae.of(said.get(i)), Morae.of(heard.get(i)))) {
                pairs.merge(step.said() + " " + step.heard(), 1, Integer::sum);
                seen.merge(step.said(), 1, Integer::sum);
            }
        }
        Map<String, Double> learned = new HashMap<>(costs);
        pairs.forEach((pair, count) -> {
            String from = pair.substring(0, pair.indexOf(' '));
            if (!pair.equals(from + " " + from)) {
                // One sighting among few is no rule: two more are assumed that went well.
                double rate = count / (seen.getOrDefault(from, 1) + 2.0);
                double cost = Math.min(1, -Math.log(Math.max(rate, 1e-3)) / -Math.log(1e-3));
                learned.merge(pair, cost, Math::min);
            }
        });
        return new Confusions(learned);
    }

    double substituted(String said, String heard) {
        return said.equals(heard) ? 0 : costs.getOrDefault(said + " " + heard, sameVowel(said, heard) ? 0.7 : 1.0);
    }

    double dropped(String said, String before) {
        boolean drawn = !before.isEmpty() && said.equals(Morae.vowel(before));
        return drawn ? 0.2 : costs.getOrDefault(said + " " + NOTHING, 0.9);
    }

    private static boolean sameVowel(String a, String b) {
        return Morae.vowel(a).equals(Morae.vowel(b));
    }
}
