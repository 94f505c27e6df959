package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.testkit.evaluation.IntentReport.Row;
import dev.aizuchi.testkit.evaluation.Utterances.Utterance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** Learn intents from example utterances and see which intents others are taken for. */
public final class IntentEvaluation {
    private static final long SEED = 1;

    private final Function<List<Interpreter.Intent>, Interpreter> learner;

    /** Choose what learns: it is given the intents and makes an interpreter of them. */
    public IntentEvaluation(Function<List<Interpreter.Intent>, Interpreter> learner) {
        this.learner = learner;
    }

    /**
     * Learn from some utterances, interpret others.
     *
     * @param progress is told each row as it is done
     */
    public IntentReport run(List<Utterance> examples, List<Utterance> tests, Consumer<Row> progress) {
        List<Row> rows = new ArrayList<>();
        double seconds = interpret(examples, tests, rows, progress);
        return new IntentReport(rows, seconds);
    }

    /**
     * Learn from all but one part, interpret that part, and so on for each part; the parts are drawn by a fixed seed.
     *
     * @param parts 2 or more
     */
    public IntentReport crossValidate(List<Utterance> utterances, int parts, Consumer<Row> progress) {
        if (parts < 2 || parts > utterances.size()) {
            throw new EvaluationException("cannot cut " + utterances.size() + " utterances into " + parts
                    + " parts; give examples in a file of their own, or another number of folds");
        }
        List<Utterance> shuffled = new ArrayList<>(utterances);
        Collections.shuffle(shuffled, new Random(SEED));
        List<Row> rows = new ArrayList<>();
        double seconds = 0;
        for (int part = 0; part < parts; part++) {
            List<Utterance> examples = new ArrayList<>();
            List<Utterance> tests = new ArrayList<>();
            for (int i = 0; i < shuffled.size(); i++) {
                (i % parts == part ? tests : examples).add(shuffled.get(i));
            }
            seconds += interpret(examples, tests, rows, progress) / parts;
        }
        return new IntentReport(rows, seconds);
    }

    private double interpret(List<Utterance> examples, List<Utterance> tests, List<Row> rows, Consumer<Row> progress) {
        long begun = System.nanoTime();
        Interpreter interpreter = learner.apply(intents(examples));
        double seconds = (System.nanoTime() - begun) / 1e9;
        for (Utterance test : tests) {
            Row row = row(interpreter, test);
            rows.add(row);
            progress.accept(row);
        }
        return seconds;
    }

    private static Row row(Interpreter interpreter, Utterance test) {
        long begun = System.nanoTime();
        Interpretation interpretation = interpreter.explain(test.text());
        double millis = (System.nanoTime() - begun) / 1e6;
        Optional<Interpreter.Match> best = interpretation.matches().stream().findFirst();
        Optional<Interpretation.Candidate> nearest =
                interpretation.candidates().stream().findFirst();
        return new Row(
                test,
                best.map(Interpreter.Match::intent),
                nearest.map(Interpretation.Candidate::intent),
                best.map(Interpreter.Match::phrase)
                        .or(() -> nearest.map(Interpretation.Candidate::phrase))
                        .orElse(""),
                best.map(Interpreter.Match::score).orElse(0.0),
                interpretation.belongs(),
                millis);
    }

    /**
     * Gather utterances by their intents; those that belong to none teach nothing, since what is not asked has no
     * bounds.
     *
     * @throws EvaluationException when none has an intent
     */
    public static List<Interpreter.Intent> intents(List<Utterance> examples) {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        examples.forEach(example -> example.intent()
                .ifPresent(intent -> phrases.computeIfAbsent(intent, name -> new ArrayList<>())
                        .add(example.text())));
        if (phrases.isEmpty()) {
            throw new EvaluationException("the examples have no intents; write lines of TEXT, tab, INTENT");
        }
        return phrases.entrySet().stream()
                .map(intent -> new Interpreter.Intent(intent.getKey(), intent.getValue()))
                .toList();
    }
}
