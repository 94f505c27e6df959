package dev.aizuchi.care;

import dev.aizuchi.language.TextEncoder;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * Print how much of the evaluation sets is understood, and how long it takes. Run by hand; BENCHMARKS.md has the
 * command.
 *
 * <p>The lines of {@code dev} that go wrong are shown; of {@code heldout} only totals, so that nobody tunes on it.
 */
final class UnderstandingBenchmark {
    private static final int ROUNDS = 5;

    private UnderstandingBenchmark() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true);
        List<String> sets = arguments.length == 0 ? List.of("dev", "heldout") : List.of(arguments);
        report(out, sets, "words only", Evaluation.byWords());
        try (TextEncoder encoder = Evaluation.encoder()) {
            report(out, sets, "with encoder", Evaluation.withEncoder(encoder));
        }
    }

    private static void report(PrintStream out, List<String> sets, String how, Evaluation evaluation) {
        for (String set : sets) {
            List<Evaluation.Line> lines = Evaluation.lines(set);
            int right = 0;
            int wrongAct = 0;
            for (Evaluation.Line line : lines) {
                Evaluation.Outcome outcome = evaluation.outcome(line);
                right += outcome.isRight(line) ? 1 : 0;
                wrongAct += outcome.isWrongAct(line) ? 1 : 0;
                if (set.equals("dev") && !outcome.isRight(line)) {
                    out.println("  " + line + " came out as " + outcome);
                }
            }
            out.printf("%s, %s: %d of %d right, %d wrong acts%n", set, how, right, lines.size(), wrongAct);
            time(out, evaluation, lines);
        }
    }

    private static void time(PrintStream out, Evaluation evaluation, List<Evaluation.Line> lines) {
        double[] ms = new double[lines.size() * ROUNDS];
        for (int i = 0; i < ms.length; i++) {
            long begun = System.nanoTime();
            evaluation.interpreter().interpret(lines.get(i % lines.size()).utterance());
            ms[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(ms);
        out.printf(
                "  interpret p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                ms[ms.length / 2], ms[ms.length * 95 / 100], ms[ms.length * 99 / 100]);
    }
}
