package dev.aizuchi.japanese;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpreter.Caution;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.language.TextEncoder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Print what robots with a hundred intents take people's words for. Run by hand; BENCHMARKS.md has the command and the
 * figures.
 *
 * <p>Arguments: the corpus, then the directory of an encoder, or - for words alone, then a file to which the signs of
 * each sentence are written, from which {@link Certainty} is fitted. The corpus's test part is not read.
 */
final class IntentsBenchmark {
    private static final PrintStream OUT = new PrintStream(System.out, true);

    private IntentsBenchmark() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Corpus corpus = new Corpus(Path.of(arguments[0]));
        try (TextEncoder encoder = arguments.length < 2 || arguments[1].equals("-")
                ? null
                : new Remembering((TextEncoder) Class.forName("dev.aizuchi.onnx.OnnxTextEncoder")
                        .getMethod("open", Path.class)
                        .invoke(null, Path.of(arguments[1])))) {
            for (List<String> domains : List.of(
                    List.of("care", "talk"), List.of("reception"), List.of("disaster"), List.of("home", "talk"))) {
                Corpus.Lesson lesson = corpus.lesson(7, domains.toArray(String[]::new));
                long begun = System.nanoTime();
                PhraseInterpreter careful = PhraseInterpreter.of(lesson.intents(), encoder, Caution.CAREFUL);
                OUT.printf(
                        "%s: %d intents, learnt in %d ms%n",
                        lesson.name(), lesson.intents().size(), (System.nanoTime() - begun) / 1_000_000);
                report(corpus, lesson, careful, "careful");
                report(corpus, lesson, PhraseInterpreter.of(lesson.intents(), encoder, Caution.OPEN), "open");
                if (arguments.length > 2) {
                    dump(lesson, careful, Path.of(arguments[2]));
                }
            }
        }
    }

    private static void report(Corpus corpus, Corpus.Lesson lesson, PhraseInterpreter interpreter, String caution) {
        Map<String, int[]> kinds = new HashMap<>();
        double[] ms = new double[lesson.questions().size()];
        int at = 0;
        for (Corpus.Question question : lesson.questions()) {
            long begun = System.nanoTime();
            List<Match> matches = interpreter.interpret(question.text());
            ms[at++] = (System.nanoTime() - begun) / 1e6;
            String found = matches.isEmpty() ? "" : matches.get(0).intent();
            int[] counts = kinds.computeIfAbsent(question.kind(), none -> new int[4]);
            counts[0]++;
            counts[1] += found.equals(question.intent()) ? 1 : 0;
            counts[2] += found.isEmpty() ? 0 : 1;
            counts[3] += corpus.areOpposite(found, question.intent()) ? 1 : 0;
        }
        java.util.Arrays.sort(ms);
        kinds.forEach((kind, counts) -> OUT.printf(
                "  %s %-10s %4d: right %.3f, accepted %.3f, opposite %d%n",
                caution, kind, counts[0], (double) counts[1] / counts[0], (double) counts[2] / counts[0], counts[3]));
        OUT.printf("  ms p50 %.2f p99 %.2f%n", ms[ms.length / 2], ms[ms.length * 99 / 100]);
    }

    private static void dump(Corpus.Lesson lesson, PhraseInterpreter careful, Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Corpus.Question question : lesson.questions()) {
            List<Match> old = careful.interpret(question.text());
            Interpretation told = careful.explain(question.text());
            careful.ranking(question.text()).ifPresent(ranking -> {
                List<Ranking.Standing> all = ranking.standings();
                for (int i = 0; i < Math.min(2, all.size()); i++) {
                    Ranking.Standing each = all.get(i);
                    KnownIntent.Evidence evidence = each.evidence();
                    double otherWords = ranking.compared().evidence().stream()
                            .filter(other -> !other.intent().equals(each.intent()))
                            .mapToDouble(KnownIntent.Evidence::words)
                            .max()
                            .orElse(0);
                    double otherRank =
                            all.size() < 2 ? 0 : all.get(i == 0 ? 1 : 0).rank();
                    lines.append(String.format(
                            Locale.ROOT,
                            "%s\t%s\t%s\t%s\t%d\t%s\t%s\t%.3f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%d\t%d\t%d\t%.4f\t%.4f\t%d%n",
                            lesson.name(),
                            question.kind(),
                            question.intent(),
                            question.text(),
                            i,
                            each.intent().name(),
                            old.isEmpty() ? "" : old.get(0).intent(),
                            old.isEmpty() ? 0 : old.get(0).score(),
                            each.ranked().meaning(),
                            each.ranked().grams(),
                            each.ranked().likeness(),
                            each.ranked().share(),
                            each.rank() - otherRank,
                            ranking.compared().talk(),
                            each.words(),
                            otherWords,
                            evidence == null ? 0 : evidence.strange(),
                            evidence == null ? 1 : 0,
                            evidence != null && evidence.otherThing() ? 1 : 0,
                            evidence != null && evidence.otherStatement() ? 1 : 0,
                            told.belongs(),
                            each.score(),
                            ranking.compared().byMeaning() ? 1 : 0));
                }
            });
        }
        java.nio.file.Files.writeString(
                file, lines, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }

    /** Keep vectors, so that a sentence is encoded once. */
    private record Remembering(TextEncoder encoder, Map<String, float[]> known) implements TextEncoder {
        Remembering(TextEncoder encoder) {
            this(encoder, new HashMap<>());
        }

        @Override
        public float[] encode(String text) {
            return known.computeIfAbsent(text, encoder::encode).clone();
        }

        @Override
        public int dimensions() {
            return encoder.dimensions();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
