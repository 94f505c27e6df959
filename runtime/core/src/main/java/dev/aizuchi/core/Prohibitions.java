package dev.aizuchi.core;

import dev.aizuchi.japanese.grammar.Prohibition;
import dev.aizuchi.japanese.grammar.Tokenizer;

/**
 * Leave what a person does not want, though nobody has offered or begun it: 「電気消さないでね」. Lives on the dialogue thread.
 */
final class Prohibitions {
    /** So likely must the order that is forbidden be one of the robot's. */
    private static final double LIKELY = 0.5;

    private final Prohibition prohibition = new Prohibition(new Tokenizer());
    private final WishFinder finder;
    private final Weighed weighed;
    private final Consent consent;
    private final StandardJapanese standard;
    private final Fulfilment fulfilment;

    Prohibitions(
            WishFinder finder, Weighed weighed, Consent consent, StandardJapanese standard, Fulfilment fulfilment) {
        this.finder = finder;
        this.weighed = weighed;
        this.consent = consent;
        this.standard = standard;
        this.fulfilment = fulfilment;
    }

    /** Take an utterance that is nothing else for one; tells whether it was. */
    boolean areHeeded(String text) {
        boolean forbidden = consent.forbids(text)
                && prohibition
                        .order(standard.of(text))
                        .flatMap(finder::wish)
                        .filter(wish ->
                                wish.score() >= LIKELY && !weighed.isUrgent(wish) && weighed.isMoreThanTalk(wish))
                        .isPresent();
        if (forbidden) {
            fulfilment.withdrawn(text);
        }
        return forbidden;
    }
}
