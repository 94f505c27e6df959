package dev.aizuchi.core;

import dev.aizuchi.japanese.grammar.Prohibition;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leave what a person does not want, though nobody has offered or begun it: 「電気消さないでね」. Lives on the dialogue thread.
 */
final class Prohibitions {
    /** So likely must the order that is forbidden be one of the robot's. */
    private static final double LIKELY = 0.5;

    /** Behind what shall be left stands why. */
    private static final Pattern REASON = Pattern.compile("(?<=.)[、。][^、。]+(?:から|ので|し|けど)[。]?$");

    private final Prohibition prohibition = new Prohibition(new Tokenizer());
    private static final Pattern LAST_PIECE = Pattern.compile("^(?<before>.+)[、。…！!]+(?<last>[^、。…！!]+)[。！!]*$");

    private final WishFinder finder;
    private final Withdrawals withdrawals;
    private final Weighed weighed;
    private final Consent consent;
    private final StandardJapanese standard;
    private final Fulfilment fulfilment;

    Prohibitions(
            WishFinder finder,
            Withdrawals withdrawals,
            Weighed weighed,
            Consent consent,
            StandardJapanese standard,
            Fulfilment fulfilment) {
        this.finder = finder;
        this.withdrawals = withdrawals;
        this.weighed = weighed;
        this.consent = consent;
        this.standard = standard;
        this.fulfilment = fulfilment;
    }

    /**
     * Take an utterance for one that seems to wish for something as well: 「タオル取って。あった、もういいや」, 「消さないでおいて、夜中に起きるから」.
     *
     * @param wishes what it seems to wish for
     */
    boolean goBefore(String text, List<Wish> wishes) {
        if (wishes.stream().anyMatch(wish -> wish.isSure() && weighed.isUrgent(wish))) {
            return false;
        }
        if (takesBackAtOnce(text, wishes)) {
            fulfilment.withdrawn(text);
            return true;
        }
        return !wishes.isEmpty()
                && wishes.stream().noneMatch(Wish::isSure)
                && !fulfilment.requests(text)
                && areHeeded(text);
    }

    /** What is wished for stands before the end, and the end takes it back. A call for help is not shrugged off. */
    private boolean takesBackAtOnce(String text, List<Wish> wishes) {
        Matcher piece = LAST_PIECE.matcher(text);
        if (!piece.matches() || !withdrawals.isNothingElse(piece.group("last"))) {
            return false;
        }
        String before = piece.group("before");
        List<Wish> wished = finder.wishes(before);
        return !wished.isEmpty()
                && wished.stream().noneMatch(weighed::isUrgent)
                && wishes.stream()
                        .map(Wish::intent)
                        .allMatch(intent -> LastSaid.declines(intent)
                                || wished.stream()
                                        .anyMatch(wish -> wish.intent().equals(intent)));
    }

    /** Take an utterance that is nothing else for one; tells whether it was. */
    boolean areHeeded(String text) {
        boolean forbidden = consent.forbids(text)
                && prohibition
                        .order(REASON.matcher(standard.of(text)).replaceFirst(""))
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
