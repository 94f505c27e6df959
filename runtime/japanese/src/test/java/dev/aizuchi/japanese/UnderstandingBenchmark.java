package dev.aizuchi.japanese;

import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.language.TextEncoder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Print how much is understood and how long it takes. Run by hand; BENCHMARKS.md has the command and the figures.
 *
 * <p>Arguments: the directory of an encoder, or none for words alone. The encoder's classes are looked up by name,
 * since this module may not depend on an adapter.
 */
final class UnderstandingBenchmark {
    private static final int ROUNDS = 20;

    private final PrintStream out;
    private final Map<String, PhraseInterpreter> interpreters = new HashMap<>();

    private UnderstandingBenchmark(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        UnderstandingBenchmark benchmark = new UnderstandingBenchmark(new PrintStream(System.out, true));
        if (arguments.length == 0) {
            benchmark.run(null);
        } else {
            try (TextEncoder encoder = (TextEncoder) Class.forName("dev.aizuchi.onnx.OnnxTextEncoder")
                    .getMethod("open", Path.class)
                    .invoke(null, Path.of(arguments[0]))) {
                benchmark.run(encoder);
            }
        }
    }

    private void run(@org.jspecify.annotations.Nullable TextEncoder encoder) {
        for (String skill : BenchmarkSets.SKILLS) {
            long begun = System.nanoTime();
            interpreters.put(
                    skill,
                    encoder == null
                            ? PhraseInterpreter.of(BenchmarkSets.intents(skill))
                            : PhraseInterpreter.of(BenchmarkSets.intents(skill), encoder));
            out.printf("learnt %s in %d ms%n", skill, (System.nanoTime() - begun) / 1_000_000);
        }
        for (String set : List.of("dev", "heldout", "fresh")) {
            List<BenchmarkSets.Line> lines = BenchmarkSets.lines(set);
            report(set, lines);
            time(set + ", all lines", lines);
            time(
                    set + ", commands",
                    lines.stream().filter(line -> !line.isNone()).toList());
        }
    }

    private List<Match> interpret(BenchmarkSets.Line line) {
        PhraseInterpreter interpreter = interpreters.get(line.skill());
        if (interpreter == null) {
            throw new IllegalArgumentException("no skill " + line.skill());
        }
        return interpreter.interpret(line.text());
    }

    private void report(String set, List<BenchmarkSets.Line> lines) {
        int commands = 0;
        int right = 0;
        int wrong = 0;
        int others = 0;
        int refused = 0;
        int slots = 0;
        int filled = 0;
        for (BenchmarkSets.Line line : lines) {
            List<Match> matches = interpret(line);
            boolean same = !matches.isEmpty() && matches.get(0).intent().equals(line.intent());
            if (line.isNone()) {
                others++;
                refused += matches.isEmpty() ? 1 : 0;
            } else {
                commands++;
                right += same ? 1 : 0;
                wrong += same || matches.isEmpty() ? 0 : 1;
            }
            if (!line.slot().isEmpty()) {
                slots++;
                filled += same && matches.get(0).slots().toString().equals("{" + line.slot() + "}") ? 1 : 0;
            }
        }
        out.printf(
                "%s: commands right %d, wrong intent %d, not understood %d of %d; none of its business %d of %d refused;"
                        + " slots %d of %d%n",
                set, right, wrong, commands - right - wrong, commands, refused, others, filled, slots);
    }

    private void time(String what, List<BenchmarkSets.Line> lines) {
        lines.forEach(this::interpret);
        double[] ms = new double[lines.size() * ROUNDS];
        for (int i = 0; i < ms.length; i++) {
            long begun = System.nanoTime();
            interpret(lines.get(i % lines.size()));
            ms[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(ms);
        out.printf(
                "%s: interpret p50 %.2f ms, p95 %.2f ms, p99 %.2f ms (%d calls)%n",
                what, ms[ms.length / 2], ms[ms.length * 95 / 100], ms[ms.length * 99 / 100], ms.length);
    }
}
