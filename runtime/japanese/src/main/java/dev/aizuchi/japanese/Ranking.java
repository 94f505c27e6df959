package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import dev.aizuchi.japanese.Neighbours.Ranked;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.language.Interpretation.Objection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rank all intents for one utterance, whether or not they suffice: by their nearest phrases that do not say the
 * contrary, and by how much the words agree.
 */
final class Ranking {
    /** How much agreeing words count beside likeness and share, which reach 1 each. */
    private static final double BY_WORDS = 0.5;

    private static final int SHOWN = 5;

    private final KnownPhrases phrases;
    private final Compared compared;
    private final List<Standing> standings;
    private final double belongs;

    /**
     * Where an intent stands.
     *
     * @param evidence what the words say; null when a rule forbids every phrase
     * @param score the probability that the intent is meant
     */
    record Standing(
            KnownIntent intent, Ranked ranked, @Nullable Evidence evidence, double rank, double score) {
        double words() {
            return evidence == null ? 0 : evidence.words();
        }
    }

    Ranking(KnownPhrases phrases, Compared compared) {
        this.phrases = phrases;
        this.compared = compared;
        Map<KnownIntent, Evidence> byIntent = new HashMap<>();
        compared.evidence().forEach(evidence -> byIntent.put(evidence.intent(), evidence));
        List<Standing> ranked = new ArrayList<>();
        for (Ranked each : phrases.neighbours().rank(compared.near(), this::isPossible)) {
            KnownIntent intent = phrases.intent(each.intent());
            Evidence evidence = byIntent.get(intent);
            double rank = each.score() + (evidence == null ? 0 : BY_WORDS * evidence.words());
            ranked.add(new Standing(intent, each, evidence, rank, 0));
        }
        ranked.sort(Comparator.comparingDouble(Standing::rank).reversed());
        this.standings = scored(ranked);
        this.belongs = ranked.isEmpty() ? 0 : probability(certainty(true), ranked.get(0));
    }

    private List<Standing> scored(List<Standing> ranked) {
        return ranked.stream()
                .limit(SHOWN)
                .map(each -> new Standing(
                        each.intent, each.ranked, each.evidence, each.rank, probability(certainty(false), each)))
                .toList();
    }

    private Certainty certainty(boolean belongs) {
        return compared.byMeaning()
                ? belongs ? Certainty.BELONGS : Certainty.RIGHT
                : belongs ? Certainty.BELONGS_BY_WORDS : Certainty.RIGHT_BY_WORDS;
    }

    private double probability(Certainty certainty, Standing each) {
        double nearer = compared.byMeaning() ? each.ranked.meaning() - compared.talk() : 0;
        return certainty.of(each.ranked.share(), nearer, each.words());
    }

    /** Give the probability that the utterance belongs to any intent. */
    double belongs() {
        return belongs;
    }

    List<Standing> standings() {
        return standings;
    }

    Compared compared() {
        return compared;
    }

    Optional<Standing> best() {
        return standings.stream().findFirst();
    }

    /** Give the nearest intents for a person to look at; an intent of which all phrases say the contrary comes last. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        Set<KnownIntent> shown = new HashSet<>();
        for (Standing each : standings) {
            shown.add(each.intent);
            candidates.add(candidate(each));
        }
        for (int number : Neighbours.nearest(compared.near().both(), SHOWN)) {
            KnownIntent intent = phrases.intentOf(number);
            if (!isPossible(number) && shown.add(intent)) {
                candidates.add(new Candidate(
                        intent.name(),
                        phrases.phrase(number).written(),
                        0,
                        compared.byMeaning() ? compared.near().meaning()[number] : 0,
                        compared.near().grams()[number],
                        0,
                        Set.of(Objection.CONTRARY)));
            }
        }
        return candidates;
    }

    private Candidate candidate(Standing each) {
        return new Candidate(
                each.intent.name(),
                phrases.phrase(each.ranked.nearest()).written(),
                each.score,
                compared.byMeaning() ? each.ranked.meaning() : 0,
                each.ranked.grams(),
                each.words(),
                objections(each.evidence));
    }

    private static Set<Objection> objections(@Nullable Evidence evidence) {
        EnumSet<Objection> objections = EnumSet.noneOf(Objection.class);
        if (evidence == null) {
            objections.add(Objection.OTHER_ACT);
        } else {
            if (evidence.strange() > 0) {
                objections.add(Objection.STRANGE_THING);
            }
            if (evidence.otherStatement()) {
                objections.add(Objection.OTHER_STATEMENT);
            }
        }
        return objections;
    }

    private boolean isPossible(int phrase) {
        Sentence wanted = phrases.phrase(phrase).sentence();
        return compared.parts().stream()
                .anyMatch(part -> !part.bearing().contradicts(wanted.bearing()) && !part.leaves(wanted));
    }
}
