package dev.aizuchi.testkit.noise;

import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Hear a typed sentence as a recogniser would in noise: words misheard, dropped, made up and written otherwise, as
 * often as they were when it was measured, and with as much confidence.
 *
 * <p>The same seed hears the same sentences in the same way.
 */
public final class NoisyHearing implements Hearing {
    /** People say about so many morae a second; what a late microphone cuts off is counted by it. */
    private static final double MORAE_PER_SECOND = 7.5;

    private static final String NOTHING = "-";

    private final RecogniserErrors errors;
    private final Circumstance in;
    private final int cut;
    private final Random chance;

    /**
     * Hear in a circumstance.
     *
     * @param errors of the recogniser
     * @param cut how much of the beginning of each sentence is lost
     */
    public NoisyHearing(RecogniserErrors errors, Circumstance in, Duration cut, long seed) {
        this.errors = errors;
        this.in = in;
        this.cut = (int) Math.round(cut.toMillis() / 1e3 * MORAE_PER_SECOND);
        // Seeds that follow each other give like first numbers; the first is thrown away.
        chance = new Random(seed);
        chance.nextLong();
    }

    @Override
    public Optional<Recognition> hear(String text) {
        ErrorRates rates = errors.in(in, chance);
        boolean lost = chance.nextDouble() < rates.lost();
        double hit = one(rates.hit());
        StringBuilder heard = new StringBuilder();
        boolean right = true;
        boolean isFirst = true;
        int toCut = cut;
        for (SpokenWord word : SpokenWord.of(text)) {
            if (word.morae().isEmpty()) {
                heard.append(word.surface());
                continue;
            }
            int gone = Math.min(toCut, word.morae().size());
            toCut -= gone;
            boolean wrong = chance.nextDouble() < hit * errors.kinds().of(isFirst, word.particle());
            isFirst = false;
            if (wrong || gone > 0) {
                List<String> left = word.morae().subList(gone, word.morae().size());
                heard.append(spelling(String.join("", wrong && !left.isEmpty() ? misheard(left, rates) : left)));
                right = false;
            } else {
                heard.append(chance.nextDouble() < errors.respelt() ? respelt(word) : word.surface());
            }
        }
        double confidence = one(right ? rates.sureRight() : rates.sureWrong());
        String plain = heard.toString();
        return lost || plain.isBlank()
                ? Optional.empty()
                : Optional.of(new Recognition(List.of(new Hypothesis(plain, confidence, List.of()))));
    }

    /** One mora of a changed word is wrong for sure, each other by chance; others are made up behind it. */
    private List<String> misheard(List<String> morae, ErrorRates rates) {
        List<String> heard = new ArrayList<>();
        if (chance.nextDouble() < rates.whole()) {
            heard.addAll(morae);
            heard.add(confused(NOTHING));
            makeUp(heard, rates.addedToWhole() - 1);
            return heard;
        }
        int sure = chance.nextInt(morae.size());
        for (int i = 0; i < morae.size(); i++) {
            if (i != sure && chance.nextDouble() >= rates.spread()) {
                heard.add(morae.get(i));
            } else if (chance.nextDouble() >= rates.dropped()) {
                heard.add(confused(morae.get(i)));
            }
        }
        makeUp(heard, rates.added());
        return heard;
    }

    /** Add morae, so many in the mean. */
    private void makeUp(List<String> heard, double mean) {
        double more = mean / (1 + mean);
        while (mean > 0 && chance.nextDouble() < more) {
            heard.add(confused(NOTHING));
        }
    }

    private String confused(String mora) {
        Map<String, Integer> known = errors.confusions().getOrDefault(mora, Map.of());
        return draw(known.isEmpty() ? errors.confusions().getOrDefault(NOTHING, Map.of()) : known, mora);
    }

    private String spelling(String kana) {
        return draw(errors.spellings().getOrDefault(kana, Map.of()), kana);
    }

    private String respelt(SpokenWord word) {
        Map<String, Integer> others = new TreeMap<>(errors.spellings().getOrDefault(word.kana(), Map.of()));
        others.remove(word.surface());
        return draw(others, word.surface());
    }

    private String draw(Map<String, Integer> counts, String otherwise) {
        int left = chance.nextInt(1
                + Math.max(
                        0, counts.values().stream().mapToInt(Integer::intValue).sum() - 1));
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        return otherwise;
    }

    private double one(List<Double> fifths) {
        return fifths.get(chance.nextInt(fifths.size()));
    }
}
