package dev.aizuchi.japanese.kana;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measure how far apart two texts in kana sound: the least sum of confusions, mora by mora. */
public final class KanaDistance {
    private final Confusions confusions;

    /** One mora said and what was heard of it; {@code -} for nothing. */
    public record Step(String said, String heard) {}

    /** Measure with these confusions. */
    public KanaDistance(Confusions confusions) {
        this.confusions = confusions;
    }

    /** Give the distance in morae, 0 when they sound alike. */
    public double between(String said, String heard) {
        List<String> a = Morae.of(said);
        List<String> b = Morae.of(heard);
        return table(a, b)[a.size()][b.size()];
    }

    /** Give how alike they sound, from 0 to 1. */
    public double likeness(String said, String heard) {
        int longer = Math.max(Morae.of(said).size(), Morae.of(heard).size());
        return longer == 0 ? 1 : Math.max(0, 1 - between(said, heard) / longer);
    }

    private double[][] table(List<String> a, List<String> b) {
        double[][] cost = new double[a.size() + 1][b.size() + 1];
        for (int i = 0; i <= a.size(); i++) {
            for (int j = 0; j <= b.size(); j++) {
                if (i + j > 0) {
                    cost[i][j] =
                            Math.min(matched(cost, a, b, i, j), Math.min(dropped(cost, a, i, j), added(cost, b, i, j)));
                }
            }
        }
        return cost;
    }

    private double matched(double[][] cost, List<String> a, List<String> b, int i, int j) {
        return i > 0 && j > 0
                ? cost[i - 1][j - 1] + confusions.substituted(a.get(i - 1), b.get(j - 1))
                : Double.MAX_VALUE;
    }

    private double dropped(double[][] cost, List<String> a, int i, int j) {
        return i > 0 ? cost[i - 1][j] + confusions.dropped(a.get(i - 1), i > 1 ? a.get(i - 2) : "") : Double.MAX_VALUE;
    }

    private double added(double[][] cost, List<String> b, int i, int j) {
        return j > 0 ? cost[i][j - 1] + confusions.dropped(b.get(j - 1), j > 1 ? b.get(j - 2) : "") : Double.MAX_VALUE;
    }

    /** Say which mora became which on the cheapest way. */
    public List<Step> steps(List<String> a, List<String> b) {
        double[][] cost = table(a, b);
        List<Step> steps = new ArrayList<>();
        int i = a.size();
        int j = b.size();
        while (i + j > 0) {
            if (matched(cost, a, b, i, j) <= cost[i][j]) {
                steps.add(new Step(a.get(--i), b.get(--j)));
            } else if (dropped(cost, a, i, j) <= cost[i][j]) {
                steps.add(new Step(a.get(--i), "-"));
            } else {
                steps.add(new Step("-", b.get(--j)));
            }
        }
        Collections.reverse(steps);
        return steps;
    }
}
