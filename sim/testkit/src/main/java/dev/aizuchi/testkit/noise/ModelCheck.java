package dev.aizuchi.testkit.noise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Hold errors that were learnt from one half of the sentences against what really came of the other, each way.
 *
 * @param in the circumstance
 * @param sentences that were heard; none was modelled by what was learnt from itself
 * @param real what the recogniser made of them
 * @param modelled what the errors made of them
 */
public record ModelCheck(Circumstance in, int sentences, Figures real, Figures modelled) {
    /** Each sentence is misheard so often. */
    private static final int ROUNDS = 20;

    /**
     * What came of sentences.
     *
     * @param kanaErrorRate wrong morae to those said
     * @param exact share of sentences without a wrong mora
     */
    public record Figures(double kanaErrorRate, double exact) {
        /** Count them. */
        public static Figures of(List<HeardSentence> sentences) {
            int wrong = 0;
            int morae = 0;
            int exact = 0;
            for (HeardSentence sentence : sentences) {
                int[] errors = ErrorLearner.errors(sentence.said(), sentence.heard());
                wrong += errors[0];
                morae += errors[1];
                exact += errors[0] == 0 ? 1 : 0;
            }
            return new Figures((double) wrong / Math.max(1, morae), (double) exact / Math.max(1, sentences.size()));
        }
    }

    /** Check by circumstance; the sentences come in one order in all of them. */
    public static List<ModelCheck> of(List<HeardSentence> sentences) {
        Map<Circumstance, List<HeardSentence>> parts = new LinkedHashMap<>();
        sentences.forEach(sentence ->
                parts.computeIfAbsent(sentence.in(), none -> new ArrayList<>()).add(sentence));
        Map<Circumstance, List<HeardSentence>> misheard = new LinkedHashMap<>();
        for (int rest = 0; rest < 2; rest++) {
            int unseen = 1 - rest;
            RecogniserErrors learnt = ErrorLearner.learn(halves(parts, rest));
            parts.forEach((in, part) -> misheard.computeIfAbsent(in, none -> new ArrayList<>())
                    .addAll(misheard(learnt, in, half(part, unseen))));
        }
        List<ModelCheck> checks = new ArrayList<>();
        misheard.forEach((in, modelled) -> {
            List<HeardSentence> real = parts.getOrDefault(in, List.of());
            checks.add(new ModelCheck(in, real.size(), Figures.of(real), Figures.of(modelled)));
        });
        return checks;
    }

    private static List<HeardSentence> halves(Map<Circumstance, List<HeardSentence>> parts, int rest) {
        return parts.values().stream()
                .flatMap(part -> half(part, rest).stream())
                .toList();
    }

    private static List<HeardSentence> half(List<HeardSentence> part, int rest) {
        return IntStream.range(0, part.size())
                .filter(i -> i % 2 == rest)
                .mapToObj(part::get)
                .toList();
    }

    private static List<HeardSentence> misheard(RecogniserErrors errors, Circumstance in, List<HeardSentence> unseen) {
        NoisyHearing hearing = new NoisyHearing(errors, in, Duration.ZERO, 1);
        List<HeardSentence> misheard = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (HeardSentence sentence : unseen) {
                String heard = hearing.hear(sentence.said())
                        .map(recognition -> recognition.text())
                        .orElse("");
                misheard.add(new HeardSentence(in, sentence.said(), heard, 1));
            }
        }
        return misheard;
    }
}
