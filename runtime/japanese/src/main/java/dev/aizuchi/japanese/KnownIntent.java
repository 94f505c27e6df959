package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hold an intent with its phrases, and collect what speaks for it in an utterance; callable from any thread. */
final class KnownIntent {
    /** What a strange thing takes away: 「パソコンの調子が悪い」 is no illness. */
    private static final double STRANGE = 0.6;

    /** What is left when a statement says something else of the same thing: 水を飲みました, 水がなくなりました. */
    private static final double OTHER_STATEMENT = 0.75;

    /** With so much agreeing, the words are the phrase's. */
    static final double AGREES = 0.6;

    private final String name;
    private final List<Phrase> phrases;
    private volatile @Nullable Known known;

    /**
     * What speaks for an intent.
     *
     * @param intent whose it is
     * @param best the phrase that fits best by its words
     * @param strangePart how much of the part that fits names things of which no phrase of the intent speaks, 0 to 1
     * @param strange the same of the whole utterance
     * @param otherThing whether the same is asked of another thing: ドアを開けて for カーテンを開けて
     * @param told whether something is told or thanked for that the phrase asks for: 「水を持ってきてくれてありがとう」
     * @param otherStatement whether it is a statement that says of nothing what a phrase says
     */
    record Evidence(
            KnownIntent intent,
            Likeness.Fit best,
            double strangePart,
            double strange,
            boolean otherThing,
            boolean told,
            boolean otherStatement) {

        /** Tell whether a rule speaks against it, however alike the sentences are. */
        boolean isObjected() {
            return otherThing || told || (otherStatement && words() < AGREES);
        }

        /** Give how much the words agree, from 0 to 1. */
        double words() {
            return best.score() * (1 - STRANGE * strangePart) * (otherStatement ? OTHER_STATEMENT : 1);
        }
    }

    KnownIntent(String name, List<Phrase> phrases) {
        this.name = name;
        this.phrases = phrases;
    }

    String name() {
        return name;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Judge an utterance, given as its parts, by some of the phrases; nothing when none can be meant. */
    Optional<Evidence> judge(List<Sentence> parts, Collection<Phrase> some) {
        List<Likeness.Fit> fits = new ArrayList<>();
        for (Phrase phrase : some) {
            Likeness.best(parts, phrase).ifPresent(fits::add);
        }
        return fits.stream()
                .max(Comparator.comparingDouble(Likeness.Fit::score))
                .map(best -> {
                    List<Phrase> possible =
                            fits.stream().map(Likeness.Fit::phrase).toList();
                    Sentence whole = parts.get(0);
                    boolean open = best.phrase().hasHoles();
                    double strangePart = open ? 0 : known().strange(best.part());
                    return new Evidence(
                            this,
                            best,
                            strangePart,
                            open ? 0 : known().strange(whole),
                            strangePart > 0
                                    && best.part()
                                            .bearing()
                                            .sharesPredicate(
                                                    best.phrase().sentence().bearing()),
                            whole.bearing().act() == SpeechAct.TELLS
                                    && best.phrase().sentence().bearing().act() == SpeechAct.ASKS,
                            whole.bearing().isStatement() && saysOther(parts, possible));
                });
    }

    private Known known() {
        Known read = known;
        if (read == null) {
            read = Known.of(phrases);
            known = read;
        }
        return read;
    }

    private static boolean saysOther(List<Sentence> parts, List<Phrase> possible) {
        return parts.stream()
                .noneMatch(part -> possible.stream()
                        .anyMatch(phrase ->
                                part.bearing().sharesPredicate(phrase.sentence().bearing())));
    }

    /** The words of some phrases, as they are written and as they are said. */
    private record Known(Set<String> keys, Set<String> readings) {
        static Known of(List<Phrase> phrases) {
            Known known = new Known(new HashSet<>(), new HashSet<>());
            for (Phrase phrase : phrases) {
                for (Word word : phrase.fixed()) {
                    known.keys.add(word.key());
                    known.readings.add(word.reading());
                }
            }
            return known;
        }

        double strange(Sentence heard) {
            double strange = heard.words().stream()
                    .filter(word -> word.noun() && word.weight() >= Vocabulary.CONTENT)
                    .filter(word -> !keys.contains(word.key())
                            && !(word.reading().length() > 1 && readings.contains(word.reading())))
                    .mapToDouble(Word::weight)
                    .sum();
            return strange == 0 ? 0 : strange / heard.weight();
        }
    }
}
