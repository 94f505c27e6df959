package dev.aizuchi.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Choose, from what two recognisers heard of one utterance, the text in which the fewest morae are likely wrong.
 *
 * <p>Each hypothesis has votes: the careful one's as many as it is sure of each word, the quick ones' by their shares
 * of likelihood, and the fewer the further they all are from the careful one, since then the quick recogniser has heard
 * something else. A text's risk is the sum of its distances in morae to the hypotheses, weighed by their votes. The
 * hypothesis of least risk is taken; then, as long as that lowers the risk, some of its words are replaced by what
 * another has in the same place. So the two correct each other within a sentence, and a quick alternative that sounds
 * like the careful text beats a likelier one that does not. (Minimum Bayes risk over a mixture.)
 */
final class LeastRisk {
    private static final int ROUNDS = 8;
    private static final double GAIN = 1e-6;
    private static final double LEAST_SHARE = 1e-3;

    /**
     * Say how much is believed; found by a search on sentences and voices that no figure was taken from.
     *
     * @param careful votes of a careful word that is sure, where the quick ones have one together
     * @param careless exponent of a careful word's confidence: 0 for the same votes whatever it is
     * @param quickest exponent of a quick hypothesis's likelihood: 0 for equal shares
     * @param strange likeness, from 0 to 1, up to which the quick ones have no votes
     * @param familiar likeness from which they have all of theirs
     * @param spelling cost of a mora that sounds the same in a word that is written otherwise
     */
    record Weights(double careful, double careless, double quickest, double strange, double familiar, double spelling) {
        static final Weights USUAL = new Weights(1.15, 0.23, 0.47, 0.12, 0.43, 0.16);
    }

    /**
     * Hold what was chosen.
     *
     * @param confidence from 0 to 1, as if the two were independent witnesses of it
     */
    record Choice(Spoken spoken, double confidence) {}

    /**
     * Holds a hypothesis, its share of the likelihood of all from its recogniser, and the votes of each of its morae.
     */
    private static final class Voter {
        private final Sound sound;
        private final double share;
        private final double[] votes;

        Voter(Sound sound, double share, DoubleUnaryOperator votes) {
            this.sound = sound;
            this.share = share;
            this.votes = Arrays.stream(sound.confidences).map(votes).toArray();
        }
    }

    private final Weights weights;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Voter slow;
    private final List<Voter> fast = new ArrayList<>();
    private final List<Voter> all = new ArrayList<>();

    private LeastRisk(Spoken careful, List<Spoken> quick, Weights weights) {
        this.weights = weights;
        slow = new Voter(new Sound(careful, numbers), 1, sure -> weights.careful * Math.pow(sure, weights.careless));
        List<Sound> sounds = quick.stream().map(one -> new Sound(one, numbers)).toList();
        double trust = trust(sounds);
        double[] likelihoods = quick.stream()
                .mapToDouble(one -> Math.pow(Math.max(LEAST_SHARE, one.least()), weights.quickest))
                .toArray();
        double sum = Arrays.stream(likelihoods).sum();
        for (int i = 0; i < likelihoods.length; i++) {
            double share = likelihoods[i] / sum;
            fast.add(new Voter(sounds.get(i), share, sure -> trust * share * sure));
        }
        all.add(slow);
        all.addAll(fast);
    }

    /** Choose; there is at least one quick hypothesis. */
    static Choice of(Spoken careful, List<Spoken> quick, Weights weights) {
        LeastRisk risk = new LeastRisk(careful, quick, weights);
        Sound best = risk.mended(risk.leastOfAll());
        double quickWitness =
                risk.fast.stream().mapToDouble(voter -> witness(best, voter)).sum();
        double doubt = (1 - witness(best, risk.slow)) * (1 - Math.min(1, quickWitness));
        return new Choice(best.spoken, 1 - doubt);
    }

    /** Tell how much the quick recogniser can have heard the same, from the one of its texts that is nearest. */
    private double trust(List<Sound> sounds) {
        double likeness = 0;
        for (Sound sound : sounds) {
            int longer = Math.max(1, Math.max(slow.sound.morae.length, sound.morae.length));
            likeness = Math.max(likeness, 1 - (double) slow.sound.distance(sound) / longer);
        }
        return Math.max(0, Math.min(1, (likeness - weights.strange) / (weights.familiar - weights.strange)));
    }

    private Sound leastOfAll() {
        Sound best = slow.sound;
        for (Voter voter : fast) {
            best = of(voter.sound) < of(best) - GAIN ? voter.sound : best;
        }
        return best;
    }

    private Sound mended(Sound first) {
        Sound best = first;
        for (int round = 0; round < ROUNDS; round++) {
            Sound before = best;
            double least = of(best) - GAIN;
            for (Voter voter : all) {
                for (Spoken mended : before.mendedBy(voter.sound)) {
                    Sound sound = new Sound(mended, numbers);
                    double risk = of(sound);
                    if (risk < least) {
                        least = risk;
                        best = sound;
                    }
                }
            }
            if (best == before) {
                break;
            }
        }
        return best;
    }

    private double of(Sound text) {
        double risk = 0;
        for (Voter voter : all) {
            risk += distance(text, voter.sound, voter.votes, weights.spelling);
        }
        return risk;
    }

    /** Give how much of a text a hypothesis is sure of, mora by mora. */
    private static double witness(Sound text, Voter voter) {
        double[] sure = voter.sound.confidences;
        double agreed = Arrays.stream(sure).sum() - distance(text, voter.sound, sure, 0);
        return voter.share * Math.max(0, agreed) / Math.max(1, Math.max(text.morae.length, sure.length));
    }

    /** Sum up what the morae of a hypothesis weigh that the text does not have, or has too many. */
    private static double distance(Sound text, Sound other, double[] weigh, double spelling) {
        int length = weigh.length;
        double[] row = new double[length + 1];
        for (int j = 0; j < length; j++) {
            row[j + 1] = row[j] + weigh[j];
        }
        for (int i = 0; i < text.morae.length; i++) {
            double diagonal = row[0];
            row[0] += length == 0 ? 0 : weigh[0];
            for (int j = 0; j < length; j++) {
                double swapped = diagonal + weigh[j] * swap(text, i, other, j, spelling);
                double added = row[j + 1] + (weigh[j] + weigh[Math.min(j + 1, length - 1)]) / 2;
                diagonal = row[j + 1];
                row[j + 1] = Math.min(swapped, Math.min(added, row[j] + weigh[j]));
            }
        }
        return row[length];
    }

    private static double swap(Sound text, int i, Sound other, int j, double spelling) {
        if (text.morae[i] != other.morae[j]) {
            return 1;
        }
        return text.words[i] == other.words[j] ? 0 : spelling;
    }
}
