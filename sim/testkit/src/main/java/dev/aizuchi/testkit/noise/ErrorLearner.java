package dev.aizuchi.testkit.noise;

import dev.aizuchi.japanese.kana.Confusions;
import dev.aizuchi.japanese.kana.KanaDistance;
import dev.aizuchi.japanese.kana.KanaDistance.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Count how a recogniser errs, from what was said and what it heard. */
public final class ErrorLearner {
    private static final String NOTHING = "-";
    private static final int FIFTHS = 5;
    /** A circumstance of which nothing came out right, or wrong, is as sure as this. */
    private static final double UNKNOWN_CONFIDENCE = 0.5;

    private final KanaDistance distance = new KanaDistance(Confusions.usual());
    private final Map<String, Map<String, Integer>> confusions = new TreeMap<>();
    private final Map<String, Map<String, Integer>> spellings = new TreeMap<>();
    private final Tally first = new Tally();
    private final Tally particle = new Tally();
    private final Tally other = new Tally();
    private final Tally spelt = new Tally();

    /** Counts how many of how many. */
    private static final class Tally {
        private int hit;
        private int of;

        void add(boolean isHit) {
            hit += isHit ? 1 : 0;
            of++;
        }

        double rate() {
            return of == 0 ? 0 : (double) hit / of;
        }
    }

    /** What became of one word. */
    private record Fate(SpokenWord word, int dropped, int added, int changed) {
        boolean isHit() {
            return dropped + added + changed > 0;
        }

        boolean isChanged() {
            return wrong() > 0;
        }

        int wrong() {
            return dropped + changed;
        }
    }

    /** What became of one sentence. */
    private record Outcome(HeardSentence sentence, List<Fate> fates) {
        double share() {
            return (double) fates.stream().filter(Fate::isHit).count() / Math.max(1, fates.size());
        }
    }

    /** Learn from sentences in any number of circumstances. */
    public static RecogniserErrors learn(List<HeardSentence> sentences) {
        return new ErrorLearner().from(sentences);
    }

    /** Give the morae that were wrong, and how many were said. */
    public static int[] errors(String said, String heard) {
        List<String> morae = SpokenWord.morae(said);
        long wrong = new KanaDistance(Confusions.usual())
                .steps(morae, SpokenWord.morae(heard)).stream()
                        .filter(step -> !step.said().equals(step.heard()))
                        .count();
        return new int[] {(int) wrong, morae.size()};
    }

    private RecogniserErrors from(List<HeardSentence> sentences) {
        Map<Circumstance, List<HeardSentence>> parts = new LinkedHashMap<>();
        sentences.forEach(sentence ->
                parts.computeIfAbsent(sentence.in(), none -> new ArrayList<>()).add(sentence));
        List<ErrorRates> rates = new ArrayList<>();
        parts.forEach((in, part) -> rates.add(rates(in, part)));
        double mean = (double) (first.hit + particle.hit + other.hit) / Math.max(1, first.of + particle.of + other.of);
        double whole = Math.max(mean, 1e-9);
        return new RecogniserErrors(
                rates,
                new RecogniserErrors.Kinds(first.rate() / whole, particle.rate() / whole, other.rate() / whole),
                spelt.rate(),
                confusions,
                spellings);
    }

    private ErrorRates rates(Circumstance in, List<HeardSentence> part) {
        List<Outcome> heard = part.stream()
                .filter(sentence -> !sentence.heard().isEmpty())
                .map(this::outcome)
                .sorted(Comparator.comparingDouble(Outcome::share))
                .toList();
        List<Fate> hit = heard.stream()
                .flatMap(outcome -> outcome.fates().stream())
                .filter(Fate::isHit)
                .toList();
        Map<Boolean, List<Fate>> byChange = hit.stream().collect(Collectors.partitioningBy(Fate::isChanged));
        List<Fate> changed = byChange.getOrDefault(true, List.of());
        List<Fate> whole = byChange.getOrDefault(false, List.of());
        int wrong = changed.stream().mapToInt(Fate::wrong).sum();
        int further = changed.stream()
                .mapToInt(fate -> fate.word().morae().size() - 1)
                .sum();
        return new ErrorRates(
                in,
                part.size(),
                1 - (double) heard.size() / part.size(),
                fifths(heard, ErrorLearner::share),
                share(wrong - changed.size(), further),
                share(changed.stream().mapToInt(Fate::dropped).sum(), wrong),
                share(whole.size(), hit.size()),
                share(changed.stream().mapToInt(Fate::added).sum(), changed.size()),
                share(whole.stream().mapToInt(Fate::added).sum(), whole.size()),
                confidence(
                        heard.stream().filter(outcome -> outcome.share() == 0).toList()),
                confidence(heard.stream().filter(outcome -> outcome.share() > 0).toList()));
    }

    private static double share(List<Outcome> outcomes) {
        List<Fate> fates =
                outcomes.stream().flatMap(outcome -> outcome.fates().stream()).toList();
        return share((int) fates.stream().filter(Fate::isHit).count(), fates.size());
    }

    private static double share(int some, int of) {
        return (double) some / Math.max(1, of);
    }

    private static List<Double> confidence(List<Outcome> outcomes) {
        List<Outcome> sorted = outcomes.stream()
                .sorted(Comparator.comparingDouble(outcome -> outcome.sentence().confidence()))
                .toList();
        return fifths(
                sorted,
                part -> part.stream()
                        .mapToDouble(outcome -> outcome.sentence().confidence())
                        .average()
                        .orElse(UNKNOWN_CONFIDENCE));
    }

    private static List<Double> fifths(List<Outcome> sorted, ToDoubleFunction<List<Outcome>> of) {
        List<Double> fifths = new ArrayList<>();
        for (int i = 0; i < FIFTHS; i++) {
            fifths.add(of.applyAsDouble(sorted.subList(i * sorted.size() / FIFTHS, (i + 1) * sorted.size() / FIFTHS)));
        }
        return fifths;
    }

    private Outcome outcome(HeardSentence sentence) {
        List<SpokenWord> words = SpokenWord.of(sentence.said()).stream()
                .filter(word -> !word.morae().isEmpty())
                .toList();
        List<SpokenWord> heard = SpokenWord.of(sentence.heard());
        heard.stream()
                .filter(word -> !word.morae().isEmpty())
                .forEach(word -> add(spellings, word.kana(), word.surface()));
        List<Step> steps = distance.steps(
                words.stream().flatMap(word -> word.morae().stream()).toList(),
                heard.stream().flatMap(word -> word.morae().stream()).toList());
        List<Fate> fates = new ArrayList<>();
        int at = 0;
        for (SpokenWord word : words) {
            int end = end(steps, at, word.morae().size());
            Fate fate = fate(word, steps.subList(at, end));
            tally(fates.isEmpty(), fate, sentence.heard());
            fates.add(fate);
            at = end;
        }
        return new Outcome(sentence, fates);
    }

    /** Take the steps of so many morae that were said; what was made up behind them belongs to them. */
    private static int end(List<Step> steps, int from, int morae) {
        int left = morae;
        int at = from;
        while (at < steps.size() && (left > 0 || steps.get(at).said().equals(NOTHING))) {
            left -= steps.get(at).said().equals(NOTHING) ? 0 : 1;
            at++;
        }
        return at;
    }

    private Fate fate(SpokenWord word, List<Step> steps) {
        int dropped = 0;
        int added = 0;
        int changed = 0;
        for (Step step : steps) {
            if (step.said().equals(step.heard())) {
                continue;
            }
            if (step.heard().equals(NOTHING)) {
                dropped++;
            } else {
                add(confusions, step.said(), step.heard());
                added += step.said().equals(NOTHING) ? 1 : 0;
                changed += step.said().equals(NOTHING) ? 0 : 1;
            }
        }
        return new Fate(word, dropped, added, changed);
    }

    private void tally(boolean isFirst, Fate fate, String heard) {
        Tally kind = fate.word().particle() ? particle : other;
        (isFirst ? first : kind).add(fate.isHit());
        if (!fate.isHit()) {
            spelt.add(!heard.contains(fate.word().surface()));
        }
    }

    private static void add(Map<String, Map<String, Integer>> counts, String from, String to) {
        counts.computeIfAbsent(from, none -> new TreeMap<>()).merge(to, 1, Integer::sum);
    }
}
