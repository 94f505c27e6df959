package dev.aizuchi.core;

import dev.aizuchi.japanese.pragmatics.Answers;
import dev.aizuchi.japanese.pragmatics.Asked;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Match;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Understand what a sentence that the robot had said before the agent began offers or asks; immutable. */
final class Offers {
    private static final Set<Asked> DECLINED =
            EnumSet.of(Asked.OFFER, Asked.INVITATION, Asked.PERMISSION, Asked.CONFIRMATION);
    private static final Pattern QUESTION = Pattern.compile("[?？]$|(?:です|ます|ません|ましょう|でしょう|よろしい)か[。]?$|ですね。?$|ますね。?$");

    private final Answers answers = new Answers();
    private final OfferText text = new OfferText();
    private final Interpreter interpreter;
    private final Predicate<String> known;

    /**
     * Take the intents that an interpreter finds.
     *
     * @param known whether a skill answers to an intent
     */
    Offers(Interpreter interpreter, Predicate<String> known) {
        this.interpreter = interpreter;
        this.known = known;
    }

    /** Tell whether no is an answer to it that leaves nothing to do. */
    boolean canBeDeclined(String said) {
        return DECLINED.contains(answers.asked(said.strip()));
    }

    /** Give the wish that a yes to it would be. */
    Optional<Match> offered(String said) {
        if (!QUESTION.matcher(said.strip()).find()) {
            return Optional.empty();
        }
        for (String wish : text.wishes(said)) {
            List<Match> matches = interpreter.interpret(wish);
            Optional<Match> match =
                    matches.stream().filter(each -> known.test(each.intent())).findFirst();
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }
}
