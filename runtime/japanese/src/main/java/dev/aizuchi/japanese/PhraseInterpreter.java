package dev.aizuchi.japanese;

import dev.aizuchi.japanese.KnownIntent.Evidence;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Find which intent's example phrases an utterance means.
 *
 * <p>By words, sounds and letters, and with an encoder also by meaning; the encoder is left alone when the words settle
 * it. Particles, politeness, Kansai forms, homophones and words around the wish are tolerated. Which way a sentence
 * points (on or off, wanted or declined) is decided by rule and never by likeness. An utterance that is like no phrase,
 * or no more than general talk is, gives no match.
 *
 * <p>Callable from any thread. Immutable but for the analyser, at which calls wait for one another; the encoder stays
 * the caller's to close.
 */
public final class PhraseInterpreter implements Interpreter {
    /** By words alone: this sure, and this far ahead of the next intent. */
    private static final double DECISIVE = 0.8;

    private static final double AHEAD = 0.1;
    /** A sentence of general talk this like a phrase is what a skill answers to, so it is no general talk here. */
    private static final double CLAIMED = 0.6;

    /** Opposite intents that lie closer than this cannot be told apart. */
    private static final double TOSS_UP = 0.05;

    private final Normalizer normalizer = new Normalizer();
    private final Analyzer analyzer = new Analyzer();
    private final Numbers numbers = new Numbers(new Morphology());
    private final List<KnownIntent> intents;
    private final Judgement judgement;
    private final @Nullable Meanings meanings;

    /** An intent that may be meant, with its score. */
    private record Guess(Evidence evidence, double score) {
        Bearing bearing() {
            return evidence.best().phrase().sentence().bearing();
        }
    }

    private PhraseInterpreter(List<Intent> given, @Nullable TextEncoder encoder) {
        intents = given.stream().map(this::known).toList();
        List<List<Sentence>> talk = DataFile.read("background.txt").lines("sentences").stream()
                .map(sentence -> analyzer.parts(analyzer.sentence(sentence)))
                .filter(this::isUnclaimed)
                .toList();
        meanings = encoder == null
                ? null
                : new Meanings(
                        encoder,
                        intents.stream()
                                .map(KnownIntent::phrases)
                                .flatMap(Collection::stream)
                                .map(phrase -> phrase.sentence().text())
                                .toList(),
                        talk.stream().map(parts -> parts.get(0).text()).toList());
        judgement = new Judgement(intents, talk, meanings);
    }

    /**
     * Learn intents without an encoder: good where people keep near the phrases.
     *
     * @throws IllegalArgumentException when a phrase has nothing beside its holes
     */
    public static PhraseInterpreter of(List<Intent> intents) {
        return new PhraseInterpreter(intents, null);
    }

    /**
     * Learn intents with an encoder, which is asked once for each phrase and for some 130 sentences of general talk:
     * about 7 ms each.
     *
     * @throws IllegalArgumentException when a phrase has nothing beside its holes
     */
    public static PhraseInterpreter of(List<Intent> intents, TextEncoder encoder) {
        return new PhraseInterpreter(intents, encoder);
    }

    @Override
    public List<Match> interpret(String text) {
        String normalized = normalizer.normalize(text);
        if (normalized.isEmpty()) {
            return List.of();
        }
        List<Sentence> parts = analyzer.parts(analyzer.sentence(normalized));
        List<Evidence> evidence = new ArrayList<>();
        for (KnownIntent intent : intents) {
            intent.judge(parts).ifPresent(evidence::add);
        }
        evidence.sort(Comparator.comparingDouble(Evidence::words).reversed());
        Meanings known = meanings;
        boolean saysLittle = parts.get(0).weight() < Vocabulary.CONTENT;
        return known == null || saysLittle || isDecided(evidence)
                ? byWords(evidence)
                : byMeaning(evidence, known, parts);
    }

    private static boolean isDecided(List<Evidence> bestFirst) {
        if (bestFirst.isEmpty()) {
            return true;
        }
        double best = bestFirst.get(0).words();
        double next = bestFirst.size() > 1 ? bestFirst.get(1).words() : 0;
        return best >= DECISIVE && best - next >= AHEAD;
    }

    private List<Match> byWords(List<Evidence> evidence) {
        List<Guess> guesses = new ArrayList<>();
        for (Evidence each : evidence) {
            judgement.byWords(each).ifPresent(score -> guesses.add(new Guess(each, score)));
        }
        return matches(guesses);
    }

    private List<Match> byMeaning(List<Evidence> evidence, Meanings known, List<Sentence> parts) {
        float[] vector = known.vector(analyzer.wish(parts).text());
        double talk = known.talk(vector);
        List<Guess> guesses = new ArrayList<>();
        for (Evidence each : evidence) {
            judgement.byMeaning(each, vector, talk).ifPresent(score -> guesses.add(new Guess(each, score)));
        }
        return matches(guesses);
    }

    private List<Match> matches(List<Guess> guesses) {
        guesses.sort(Comparator.comparingDouble(Guess::score).reversed());
        return isTossUp(guesses) ? List.of() : guesses.stream().map(this::match).toList();
    }

    /** On or off, and the utterance does not say which: nobody should guess. */
    private static boolean isTossUp(List<Guess> bestFirst) {
        if (bestFirst.size() < 2 || bestFirst.get(0).score - bestFirst.get(1).score >= TOSS_UP) {
            return false;
        }
        return bestFirst.get(0).bearing().opposes(bestFirst.get(1).bearing());
    }

    private Match match(Guess guess) {
        Likeness.Fit best = guess.evidence.best();
        Map<String, String> slots = new HashMap<>();
        List<Morpheme> morphemes = best.part().morphemes();
        best.filling().slots().forEach((name, span) -> {
            StringBuilder value = new StringBuilder();
            morphemes.subList(span.from(), span.to()).forEach(morpheme -> value.append(morpheme.surface()));
            slots.put(name, numbers.toDigits(value.toString()));
        });
        return new Match(guess.evidence.intent().name(), best.phrase().written(), slots, guess.score);
    }

    private KnownIntent known(Intent intent) {
        return new KnownIntent(
                intent.name(),
                intent.phrases().stream()
                        .map(phrase -> Phrase.of(phrase, normalizer, analyzer))
                        .toList());
    }

    private boolean isUnclaimed(List<Sentence> talk) {
        return intents.stream()
                .noneMatch(intent -> intent.judge(talk)
                        .filter(like -> like.words() >= CLAIMED)
                        .isPresent());
    }
}
