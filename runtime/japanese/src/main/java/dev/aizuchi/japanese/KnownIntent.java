package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hold an intent with its phrases, and collect what speaks for it in an utterance. */
final class KnownIntent {
    private static final double SURELY_SAME = 0.9;

    /** What a strange thing takes away: 「パソコンの調子が悪い」 is no illness. */
    private static final double STRANGE = 0.6;

    /** What is left when a statement says something else of the same thing: 水を飲みました, 水がなくなりました. */
    private static final double OTHER_STATEMENT = 0.75;

    private final String name;
    private final List<Phrase> phrases;
    private final List<Word> words;

    /**
     * What speaks for an intent.
     *
     * @param intent whose it is
     * @param best the phrase that fits best by its words
     * @param possible all phrases that can be meant
     * @param strangePart how much of the part that fits names things of which no phrase of the intent speaks, 0 to 1
     * @param strange the same of the whole utterance
     * @param otherThing whether the same is asked of another thing: ドアを開けて for カーテンを開けて
     * @param otherStatement whether it is a statement that says of nothing what a phrase says
     */
    record Evidence(
            KnownIntent intent,
            Likeness.Fit best,
            List<Phrase> possible,
            double strangePart,
            double strange,
            boolean otherThing,
            boolean otherStatement) {

        /** Give how much the words agree, from 0 to 1. */
        double words() {
            return best.score() * (1 - STRANGE * strangePart) * (otherStatement ? OTHER_STATEMENT : 1);
        }
    }

    KnownIntent(String name, List<Phrase> phrases) {
        this.name = name;
        this.phrases = phrases;
        this.words = phrases.stream().flatMap(phrase -> phrase.fixed().stream()).toList();
    }

    String name() {
        return name;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Judge an utterance, given as its parts; nothing when no phrase can be meant. */
    Optional<Evidence> judge(List<Sentence> parts) {
        return judge(parts, null);
    }

    /** Judge as if one phrase were not known. */
    Optional<Evidence> judge(List<Sentence> parts, @Nullable Phrase unknown) {
        List<Likeness.Fit> fits = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (phrase != unknown) {
                Likeness.best(parts, phrase).ifPresent(fits::add);
            }
        }
        return fits.stream()
                .max(Comparator.comparingDouble(Likeness.Fit::score))
                .map(best -> {
                    List<Phrase> possible =
                            fits.stream().map(Likeness.Fit::phrase).toList();
                    Sentence whole = parts.get(0);
                    boolean open = best.phrase().hasHoles();
                    double strangePart = open ? 0 : strange(best.part(), unknown);
                    return new Evidence(
                            this,
                            best,
                            possible,
                            strangePart,
                            open ? 0 : strange(whole, unknown),
                            strangePart > 0
                                    && best.part()
                                            .bearing()
                                            .sharesPredicate(
                                                    best.phrase().sentence().bearing()),
                            whole.bearing().isStatement() && saysOther(parts, possible));
                });
    }

    private static boolean saysOther(List<Sentence> parts, List<Phrase> possible) {
        return parts.stream()
                .noneMatch(part -> possible.stream()
                        .anyMatch(phrase ->
                                part.bearing().sharesPredicate(phrase.sentence().bearing())));
    }

    private double strange(Sentence heard, @Nullable Phrase unknown) {
        List<Word> known = unknown == null
                ? words
                : phrases.stream()
                        .filter(phrase -> phrase != unknown)
                        .flatMap(phrase -> phrase.fixed().stream())
                        .toList();
        double strange = heard.words().stream()
                .filter(word -> word.noun() && word.weight() >= Vocabulary.CONTENT)
                .filter(word -> known.stream().noneMatch(other -> word.same(other) >= SURELY_SAME))
                .mapToDouble(Word::weight)
                .sum();
        return strange == 0 ? 0 : strange / heard.weight();
    }
}
