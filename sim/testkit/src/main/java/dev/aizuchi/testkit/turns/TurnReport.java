package dev.aizuchi.testkit.turns;

import dev.aizuchi.testkit.evaluation.Percentiles;
import dev.aizuchi.testkit.turns.Mark.Kind;
import dev.aizuchi.testkit.turns.TurnEvaluation.Deed;
import dev.aizuchi.testkit.turns.TurnTaker.Act;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Tell how turns were taken.
 *
 * @param rows the dialogues, in order
 * @param judgedMs how long each judgement of a turn's end took
 */
public record TurnReport(List<Row> rows, List<Double> judgedMs) {
    /** Where a voice ends is known to about so much. */
    private static final int TOLERANCE_MS = 60;
    /** Who nods later than so after a pause began nods at something else. */
    private static final int NOD_WINDOW_MS = 1_200;
    /** A sound of the listener may be over before it is judged. */
    private static final int AFTERWARDS_MS = 1_500;

    /** Copies both. */
    public TurnReport {
        rows = List.copyOf(rows);
        judgedMs = List.copyOf(judgedMs);
    }

    /** What was done in one dialogue. */
    public record Row(MarkedDialogue dialogue, List<Deed> deeds) {
        /** Copies what was done. */
        public Row {
            deeds = List.copyOf(deeds);
        }

        Stream<Mark> marks(Kind kind) {
            return dialogue.marks().stream().filter(mark -> mark.kind() == kind);
        }

        Stream<Deed> deeds(Act act) {
            return deeds.stream().filter(deed -> deed.act() == act);
        }

        private Optional<Deed> first(int fromMs, int toMs, Act... acts) {
            return deeds.stream()
                    .filter(deed -> deed.atMs() >= fromMs && deed.atMs() <= toMs)
                    .filter(deed -> List.of(acts).contains(deed.act()))
                    .findFirst();
        }

        /** Count the pauses of turns that were taken for the end. */
        public long cutIns() {
            return marks(Kind.TURN).mapToLong(this::cutInsOf).sum();
        }

        private long cutInsOf(Mark turn) {
            return deeds(Act.ENDS_TURN)
                    .filter(deed -> deed.atMs() >= turn.fromMs() && deed.atMs() < turn.toMs() - TOLERANCE_MS)
                    .count();
        }

        /** Give for each turn the time from its end to when it was taken for ended; NaN where it never was. */
        public List<Double> delays() {
            return marks(Kind.TURN)
                    .map(turn -> first(turn.toMs() - TOLERANCE_MS, Integer.MAX_VALUE, Act.ENDS_TURN)
                            .map(deed -> (double) deed.atMs() - turn.toMs())
                            .orElse(Double.NaN))
                    .toList();
        }

        /** Give for each interruption the time until the robot fell silent; NaN where it spoke on. */
        List<Double> silences() {
            return marks(Kind.INTERRUPTION).map(this::silence).toList();
        }

        private double silence(Mark interruption) {
            boolean gaveWay = first(interruption.fromMs(), Integer.MAX_VALUE, Act.GIVES_WAY)
                    .isPresent();
            return gaveWay
                    ? first(interruption.fromMs(), Integer.MAX_VALUE, Act.PAUSES, Act.GIVES_WAY)
                            .map(deed -> (double) deed.atMs() - interruption.fromMs())
                            .orElse(Double.NaN)
                    : Double.NaN;
        }

        /** Give how long the robot paused for each sound of a listener; NaN where it gave its sentence up. */
        List<Double> holds() {
            return marks(Kind.BACKCHANNEL).map(this::hold).toList();
        }

        private double hold(Mark sound) {
            int to = sound.toMs() + AFTERWARDS_MS;
            if (first(sound.fromMs(), to, Act.GIVES_WAY, Act.ENDS_TURN).isPresent()) {
                return Double.NaN;
            }
            Optional<Deed> paused = first(sound.fromMs(), to, Act.PAUSES);
            return paused.map(from -> first(from.atMs(), Integer.MAX_VALUE, Act.GOES_ON)
                            .map(on -> (double) on.atMs() - from.atMs())
                            .orElse(Double.NaN))
                    .orElse(0.0);
        }

        /** Count the turns that the robot took from its own voice; nobody else says anything then. */
        long ownTurns() {
            return alone(Act.ENDS_TURN);
        }

        /** Count the pauses that the robot's own voice made it pause at. */
        long ownPauses() {
            return alone(Act.PAUSES) + alone(Act.GIVES_WAY);
        }

        private long alone(Act act) {
            return marks(Kind.STATEMENT).count() == 0
                    ? 0
                    : deeds(act)
                            .filter(deed -> dialogue.marks().stream()
                                    .filter(mark -> !mark.kind().isRobot())
                                    .noneMatch(mark -> deed.atMs() >= mark.fromMs()))
                            .count();
        }

        /** Give the spots at which the robot nodded in time. */
        private Set<Mark> nodded() {
            Set<Mark> hit = new LinkedHashSet<>();
            deeds(Act.NODS)
                    .forEach(nod -> marks(Kind.SPOT)
                            .filter(spot -> !hit.contains(spot) && isAt(spot, nod))
                            .findFirst()
                            .ifPresent(hit::add));
            return hit;
        }

        private static boolean isAt(Mark spot, Deed nod) {
            return nod.atMs() >= spot.fromMs() && nod.atMs() <= Math.min(spot.toMs(), spot.fromMs() + NOD_WINDOW_MS);
        }
    }

    /**
     * Sum up.
     *
     * @param turns how many
     * @param pauses within them
     * @param cutIns pauses taken for an end
     * @param missed turns never taken for ended
     * @param delayMs from the end of a turn to when it was taken for ended
     * @param meanDelayMs the same, on average
     * @param interruptions how many
     * @param ignored interruptions that the robot spoke through
     * @param silenceMs from the beginning of an interruption to silence
     * @param sounds of a listener, how many
     * @param yielded those at which the robot gave up its sentence
     * @param holdMs how long the robot paused at the others
     * @param ownTurns turns taken from the robot's own voice
     * @param ownPauses pauses because of it
     * @param spots at which a listener may nod
     * @param nods of the robot
     * @param nodded spots at which it did
     */
    public record Figures(
            String voice,
            int dialogues,
            long turns,
            long pauses,
            long cutIns,
            long missed,
            Percentiles delayMs,
            double meanDelayMs,
            long interruptions,
            long ignored,
            Percentiles silenceMs,
            long sounds,
            long yielded,
            Percentiles holdMs,
            long ownTurns,
            long ownPauses,
            long spots,
            long nods,
            long nodded) {
        /** Give the share of nods that came at a spot; NaN without any. */
        public double precision() {
            return nods == 0 ? Double.NaN : (double) nodded / nods;
        }

        /** Give the share of spots at which there was a nod; NaN without any. */
        public double recall() {
            return spots == 0 ? Double.NaN : (double) nodded / spots;
        }
    }

    /** Sum up all dialogues. */
    public Figures all() {
        return figures("all", rows);
    }

    /** Sum up by voice. */
    public List<Figures> byVoice() {
        Set<String> voices = new LinkedHashSet<>();
        rows.forEach(row -> voices.add(row.dialogue.voice()));
        List<Figures> each = new ArrayList<>();
        voices.forEach(voice -> each.add(figures(
                voice,
                rows.stream().filter(row -> row.dialogue.voice().equals(voice)).toList())));
        return each;
    }

    /** Give how long a judgement of a turn's end takes. */
    public Percentiles judgementMs() {
        return Percentiles.of(judgedMs.stream().mapToDouble(took -> took));
    }

    private static Figures figures(String voice, List<Row> rows) {
        List<Double> delays = all(rows, Row::delays);
        List<Double> silences = all(rows, Row::silences);
        List<Double> holds = all(rows, Row::holds);
        return new Figures(
                voice,
                rows.size(),
                delays.size(),
                rows.stream()
                        .filter(row -> row.marks(Kind.TURN).count() > 0)
                        .flatMap(row -> row.dialogue.marks().stream())
                        .filter(mark -> mark.kind().isWithinTurn())
                        .count(),
                rows.stream().mapToLong(Row::cutIns).sum(),
                unknown(delays),
                Percentiles.of(numbers(delays)),
                numbers(delays).average().orElse(Double.NaN),
                silences.size(),
                unknown(silences),
                Percentiles.of(numbers(silences)),
                holds.size(),
                unknown(holds),
                Percentiles.of(numbers(holds)),
                rows.stream().mapToLong(Row::ownTurns).sum(),
                rows.stream().mapToLong(Row::ownPauses).sum(),
                rows.stream().mapToLong(row -> row.marks(Kind.SPOT).count()).sum(),
                rows.stream().mapToLong(row -> row.deeds(Act.NODS).count()).sum(),
                rows.stream().mapToLong(row -> row.nodded().size()).sum());
    }

    private static List<Double> all(List<Row> rows, Function<Row, List<Double>> values) {
        return rows.stream().flatMap(row -> values.apply(row).stream()).toList();
    }

    private static DoubleStream numbers(List<Double> values) {
        return values.stream().mapToDouble(value -> value).filter(value -> !Double.isNaN(value));
    }

    private static long unknown(List<Double> values) {
        return values.stream().filter(value -> value.isNaN()).count();
    }
}
