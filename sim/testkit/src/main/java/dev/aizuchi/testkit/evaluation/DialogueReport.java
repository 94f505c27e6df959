package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.testkit.evaluation.Conversation.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hold how the agent conducted itself in a set of dialogues, and the figures that follow. */
public record DialogueReport(List<Row> rows) {
    /** Copies the rows. */
    public DialogueReport {
        rows = List.copyOf(rows);
    }

    /**
     * One dialogue and what came of it.
     *
     * @param answers one a turn, of the first time
     * @param millis from heard to answered, of each spoken turn, every time
     * @param isFlake whether another time gave other events
     */
    public record Row(ExpectedDialogue dialogue, List<Answer> answers, List<Double> millis, boolean isFlake) {
        /** Copies the lists. */
        public Row {
            answers = List.copyOf(answers);
            millis = List.copyOf(millis);
        }

        /** Tell whether every turn went as expected. */
        public boolean isPassed() {
            return failures().isEmpty();
        }

        /** Give the turns that went otherwise. */
        public List<Failure> failures() {
            List<Failure> failures = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                ExpectedDialogue.Turn turn = dialogue.turns().get(i);
                List<String> breaches = turn.expected().breaches(answers.get(i));
                if (!breaches.isEmpty()) {
                    failures.add(new Failure(i + 1, turn.happens(), breaches, answers.get(i)));
                }
            }
            return failures;
        }

        @Override
        public String toString() {
            return dialogue.id() + " (" + dialogue.kind() + ")"
                    + failures().stream().map(failure -> "\n  " + failure).collect(Collectors.joining());
        }
    }

    /** A turn that did not go as expected: its number from 1, and all that is wrong with it. */
    public record Failure(int turn, ConversedTurn happened, List<String> breaches, Answer answer) {
        /** Copies the list. */
        public Failure {
            breaches = List.copyOf(breaches);
        }

        @Override
        public String toString() {
            Conduct conduct = answer.conduct();
            return "turn " + turn + " " + happened.shown() + ": expected " + String.join("; expected ", breaches)
                    + " | " + conduct.behaviour().wireName() + " "
                    + conduct.action().orElse("–") + " " + new TreeMap<>(conduct.slots()) + " 「" + conduct.said() + "」 "
                    + answer.state().wireName();
        }
    }

    /** How many of so many dialogues passed. */
    public record Passed(long passed, int of) {
        static Passed of(List<Row> rows) {
            return new Passed(rows.stream().filter(Row::isPassed).count(), rows.size());
        }

        /** Give the share; NaN of none. */
        public double share() {
            return of == 0 ? Double.NaN : (double) passed / of;
        }

        @Override
        public String toString() {
            return passed + "/" + of;
        }
    }

    /** Count all dialogues. */
    public Passed passed() {
        return Passed.of(rows);
    }

    /** Count by domain, in the order of the alphabet. */
    public Map<String, Passed> passedByDomain() {
        return passedBy(ExpectedDialogue::domain);
    }

    /** Count by phenomenon, in the order of the alphabet. */
    public Map<String, Passed> passedByKind() {
        return passedBy(ExpectedDialogue::kind);
    }

    /** Give the dialogues that did not go as expected. */
    public List<Row> failed() {
        return rows.stream().filter(row -> !row.isPassed()).toList();
    }

    /** Give the dialogues that did not give the same events each time. */
    public List<Row> flakes() {
        return rows.stream().filter(Row::isFlake).toList();
    }

    /** Give the milliseconds of a turn; the first dialogue is the warm-up and left out. */
    public Percentiles millis() {
        return Percentiles.of(
                rows.stream().skip(1).flatMap(row -> row.millis().stream()).mapToDouble(Double::doubleValue));
    }

    /** Write the figures in a few lines. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%d dialogues: %d passed (%.1f %%), flakes %d; turn p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n"
                        + "by domain: %s%nby kind: %s",
                rows.size(),
                passed().passed(),
                100 * passed().share(),
                flakes().size(),
                millis().p50(),
                millis().p95(),
                millis().p99(),
                shown(passedByDomain()),
                shown(passedByKind()));
    }

    private Map<String, Passed> passedBy(Function<ExpectedDialogue, String> property) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> property.apply(row.dialogue()),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Passed::of)));
    }

    private static String shown(Map<String, Passed> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
