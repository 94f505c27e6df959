package dev.aizuchi.japanese.suites;

import java.util.List;

/** Print the figures of BENCHMARKS.md; with an argument, what is wrong with the development rows. */
final class LayersBenchmark {
    private static final List<String> NAMES = List.of(
            "keigo: kinds", "keigo: repairs", "plain: text", "plain: dialect", "mask: exact spans", "answers", "easy");
    private static final int ROUNDS = 40;

    private LayersBenchmark() {}

    public static void main(String[] args) {
        long begun = System.nanoTime();
        List<Suite> suites = new Suites().all();
        System.out.printf("loading %.0f ms%n", (System.nanoTime() - begun) / 1e6);
        for (int i = 0; i < suites.size(); i++) {
            Suite.Score dev = suites.get(i).score("dev");
            Suite.Score heldOut = suites.get(i).score("heldout");
            System.out.printf(
                    "%-18s dev %d of %d, held out %d of %d, %.3f ms a row%n",
                    NAMES.get(i),
                    dev.right(),
                    dev.rows(),
                    heldOut.right(),
                    heldOut.rows(),
                    millis(suites.get(i), args.length > 0 ? 1 : ROUNDS));
            if (args.length > 0) {
                dev.faults().forEach(fault -> System.out.println("    " + fault));
            }
        }
    }

    private static double millis(Suite suite, int rounds) {
        int rows = 0;
        long begun = 0;
        for (int round = 0; round < rounds; round++) {
            // The first half warms up.
            if (round == rounds / 2) {
                begun = System.nanoTime();
                rows = 0;
            }
            rows += suite.score("dev").rows();
        }
        return (System.nanoTime() - begun) / 1e6 / rows;
    }
}
