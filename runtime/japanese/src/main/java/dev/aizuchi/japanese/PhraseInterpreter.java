package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import dev.aizuchi.japanese.Neighbours.Near;
import dev.aizuchi.japanese.Ranking.Standing;
import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Verdict;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Find which intent's example phrases an utterance means.
 *
 * <p>By words, sounds and letters, and with an encoder also by meaning; the encoder is left alone when the words settle
 * it. Particles, politeness, Kansai forms, homophones and words around the wish are tolerated. Which way a sentence
 * points (on or off, wanted or declined) is decided by rule and never by likeness. With {@link Caution#CAREFUL}, the
 * usual, an utterance that is like no phrase, or no more than general talk is, gives no match; with
 * {@link Caution#OPEN} the likeliest intent is taken unless the utterance seems to belong to none.
 *
 * <p>Callable from any thread, also at once; the encoder stays the caller's to close.
 */
public final class PhraseInterpreter implements Interpreter {
    /** By words alone: this sure, and this far ahead of the next intent. */
    private static final double DECISIVE = 0.8;

    private static final double AHEAD = 0.1;
    /** So likely must an intent be that the careful act on it (BENCHMARKS.md: what more and less come to). */
    private static final double LIKELY = 0.35;
    /** So likely, where a rule speaks against it. */
    private static final double ALL_BUT_CERTAIN = 0.8;
    /** Opposite intents that lie closer than this cannot be told apart. */
    private static final double TOSS_UP = 0.05;
    /** Below this probability an utterance belongs to no intent. */
    private static final double BELONGS = 0.4;

    private final Normalizer normalizer = new Normalizer();
    private final Analyzer analyzer = new Analyzer();
    private final Numbers numbers = new Numbers(new Morphology());
    private final Caution caution;
    private final KnownPhrases phrases;
    private final double belongsToTheOpen;

    private PhraseInterpreter(List<Intent> given, @Nullable TextEncoder encoder, Caution caution, PhraseMemory memory) {
        this.caution = caution;
        this.phrases = new KnownPhrases(given, normalizer, analyzer, encoder, memory);
        this.belongsToTheOpen = caution == Caution.OPEN ? OpenBound.of(phrases, analyzer) : BELONGS;
    }

    /**
     * Learn intents without an encoder: good where people keep near the phrases.
     *
     * @throws IllegalArgumentException when a phrase has nothing beside its holes
     */
    public static PhraseInterpreter of(List<Intent> intents) {
        return new PhraseInterpreter(intents, null, Caution.CAREFUL, PhraseMemory.NONE);
    }

    /**
     * Learn intents with an encoder, which is asked once for each phrase and for some 130 sentences of general talk:
     * about 1 ms each in batches.
     *
     * @throws IllegalArgumentException when a phrase has nothing beside its holes
     */
    public static PhraseInterpreter of(List<Intent> intents, TextEncoder encoder) {
        return new PhraseInterpreter(intents, encoder, Caution.CAREFUL, PhraseMemory.NONE);
    }

    /** Learn intents, with an encoder or without, and be so sure before one is taken. */
    public static PhraseInterpreter of(List<Intent> intents, @Nullable TextEncoder encoder, Caution caution) {
        return of(intents, encoder, caution, PhraseMemory.NONE);
    }

    /** Learn intents as quickly as what an earlier start remembered allows. */
    public static PhraseInterpreter of(
            List<Intent> intents, @Nullable TextEncoder encoder, Caution caution, PhraseMemory memory) {
        return new PhraseInterpreter(intents, encoder, caution, memory);
    }

    @Override
    public List<Match> interpret(String text) {
        if (caution == Caution.OPEN) {
            return explain(text).matches();
        }
        return utterance(text).map(parts -> careful(compared(parts, false))).orElse(List.of());
    }

    @Override
    public Interpretation explain(String text) {
        return utterance(text)
                .map(this::explained)
                .orElseGet(() -> new Interpretation("", Verdict.NOT_UNDERSTOOD, List.of(), List.of(), 0));
    }

    /** Rank all intents, for measuring. */
    Optional<Ranking> ranking(String text) {
        return utterance(text).map(parts -> new Ranking(phrases, compared(parts, true)));
    }

    private Optional<List<Sentence>> utterance(String text) {
        String normalized = normalizer.normalize(text);
        return normalized.isEmpty() ? Optional.empty() : Optional.of(analyzer.parts(analyzer.sentence(normalized)));
    }

    private Interpretation explained(List<Sentence> parts) {
        Compared compared = compared(parts, true);
        Ranking ranking = new Ranking(phrases, compared);
        List<Match> matches = caution == Caution.OPEN ? open(ranking) : careful(compared);
        Verdict verdict = !matches.isEmpty()
                ? Verdict.UNDERSTOOD
                : isTossUp(ranking)
                        ? Verdict.UNDECIDED
                        : ranking.belongs() < BELONGS ? Verdict.OUT_OF_DOMAIN : Verdict.NOT_UNDERSTOOD;
        return new Interpretation(compared.wish().text(), verdict, matches, ranking.candidates(), ranking.belongs());
    }

    /** Compare with the phrases; the encoder is asked only where words do not settle it, or always. */
    private Compared compared(List<Sentence> parts, boolean always) {
        Sentence wish = analyzer.wish(parts);
        String reading = Analyzer.reading(wish.morphemes());
        Near near = phrases.near(wish.text(), reading, null);
        List<Evidence> evidence = phrases.evidence(parts, near);
        boolean saysLittle = parts.get(0).weight() < Vocabulary.CONTENT;
        Meanings meanings = phrases.meanings();
        if (meanings == null || saysLittle || (!always && isDecided(evidence))) {
            return new Compared(parts, wish, near, evidence, false, 0);
        }
        float[] vector = meanings.vector(wish.text());
        Near nearer = phrases.near(wish.text(), reading, vector);
        List<Evidence> all = phrases.areFew() ? evidence : phrases.evidence(parts, nearer);
        return new Compared(parts, wish, nearer, all, true, meanings.talk(vector));
    }

    /** Where the utterance names what no phrase does, a part of it that fits settles nothing: 「先生の番号、教えて」. */
    private static boolean isDecided(List<Evidence> bestFirst) {
        if (bestFirst.isEmpty()) {
            return true;
        }
        double best = bestFirst.get(0).words();
        double next = bestFirst.size() > 1 ? bestFirst.get(1).words() : 0;
        return best >= DECISIVE && best - next >= AHEAD && bestFirst.get(0).strange() == 0;
    }

    /** Give the intent that the words settle, or that is likely enough to act on. */
    private List<Match> careful(Compared compared) {
        List<Evidence> evidence = compared.evidence();
        if (evidence.isEmpty() || isDecided(evidence)) {
            return evidence.stream()
                    .limit(1)
                    .map(best -> match(best, Math.min(1, best.words())))
                    .toList();
        }
        Ranking ranking = new Ranking(phrases, compared);
        if (isTossUp(ranking)) {
            return List.of();
        }
        return ranking
                .best()
                .filter(PhraseInterpreter::isLikely)
                .map(best -> match(Objects.requireNonNull(best.evidence()), best.score()))
                .or(() -> evidence.stream()
                        .findFirst()
                        .filter(PhraseInterpreter::fillsHoles)
                        .map(best -> match(best, best.words())))
                .stream()
                .toList();
    }

    private static boolean isLikely(Standing best) {
        Evidence evidence = best.evidence();
        return evidence != null && best.score() >= (evidence.isObjected() ? ALL_BUT_CERTAIN : LIKELY);
    }

    /** What stands in the holes makes an utterance unlike the phrase, so there the words have to do. */
    private static boolean fillsHoles(Evidence evidence) {
        return evidence.words() >= KnownIntent.AGREES
                && evidence.best().phrase().hasHoles();
    }

    /** On or off, and the utterance does not say which: nobody should guess. */
    private static boolean isTossUp(Ranking ranking) {
        List<Standing> best = ranking.standings();
        if (best.size() < 2
                || best.get(0).score() < LIKELY
                || Math.abs(best.get(0).score() - best.get(1).score()) >= TOSS_UP) {
            return false;
        }
        Evidence first = best.get(0).evidence();
        Evidence second = best.get(1).evidence();
        return first != null && second != null && bearing(first).opposes(bearing(second));
    }

    private static Bearing bearing(Evidence evidence) {
        return evidence.best().phrase().sentence().bearing();
    }

    /** Give the likeliest intent, if the utterance belongs to any; one whose holes cannot be filled is none. */
    private List<Match> open(Ranking ranking) {
        if (ranking.belongs() < belongsToTheOpen) {
            return List.of();
        }
        return ranking.best().stream()
                .flatMap(best -> {
                    if (best.evidence() != null) {
                        return Stream.of(match(best.evidence(), best.score()));
                    }
                    Phrase phrase = phrases.phrase(best.ranked().nearest());
                    return phrase.hasHoles()
                            ? Stream.empty()
                            : Stream.of(new Match(best.intent().name(), phrase.written(), Map.of(), best.score()));
                })
                .toList();
    }

    private Match match(Evidence evidence, double score) {
        Likeness.Fit best = evidence.best();
        Map<String, String> slots = new HashMap<>();
        List<Morpheme> morphemes = best.part().morphemes();
        best.filling().slots().forEach((name, span) -> {
            StringBuilder value = new StringBuilder();
            morphemes.subList(span.from(), span.to()).forEach(morpheme -> value.append(morpheme.surface()));
            slots.put(name, numbers.toDigits(value.toString()));
        });
        return new Match(evidence.intent().name(), best.phrase().written(), slots, score);
    }
}
