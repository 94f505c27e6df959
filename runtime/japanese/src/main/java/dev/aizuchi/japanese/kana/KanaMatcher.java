package dev.aizuchi.japanese.kana;

import dev.aizuchi.japanese.Morphology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Find which word of a lexicon a recogniser may have heard, from its n-best texts, by sound: たなかさん, 田中さん and 高中さん are
 * near each other. Callable from any thread.
 */
public final class KanaMatcher {
    private final Lexicon lexicon;
    private final Morphology morphology;
    private final KanaDistance distance;

    /**
     * Hold a candidate.
     *
     * @param entry the word
     * @param likeness from 0 to 1
     */
    public record Match(LexiconEntry entry, double likeness) {}

    /** Match against a lexicon. */
    public KanaMatcher(Lexicon lexicon, Morphology morphology, Confusions confusions) {
        this.lexicon = lexicon;
        this.morphology = morphology;
        distance = new KanaDistance(confusions);
    }

    /**
     * Give the words at least this alike, the likest first. A later text of the n-best counts a little less than an
     * earlier one.
     */
    public List<Match> match(List<String> nBest, double least) {
        Map<LexiconEntry, Double> best = new HashMap<>();
        for (int rank = 0; rank < nBest.size(); rank++) {
            String heard = morphology.reading(Spelling.of(nBest.get(rank)).text());
            double trust = 1 - 0.03 * Math.min(rank, 10);
            for (LexiconEntry entry : lexicon.entries()) {
                best.merge(entry, trust * likeness(entry, heard), Math::max);
            }
        }
        List<Match> matches = new ArrayList<>();
        best.forEach((entry, likeness) -> {
            if (likeness >= least) {
                matches.add(new Match(entry, likeness));
            }
        });
        matches.sort(Comparator.comparingDouble(Match::likeness)
                .reversed()
                .thenComparing(match -> match.entry().surface()));
        return matches;
    }

    private double likeness(LexiconEntry entry, String heard) {
        double best = distance.likeness(entry.reading(), heard);
        if (!entry.honorific().isEmpty()) {
            best = Math.max(best, distance.likeness(entry.reading() + morphology.reading(entry.honorific()), heard));
        }
        for (String alias : entry.aliases()) {
            best = Math.max(best, distance.likeness(morphology.reading(alias), heard));
        }
        return best;
    }
}
