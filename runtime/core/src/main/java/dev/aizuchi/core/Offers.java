package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.pragmatics.Answers;
import dev.aizuchi.japanese.pragmatics.Asked;
import dev.aizuchi.language.Interpretation;
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
    private static final Pattern QUESTION =
            Pattern.compile("[?？]$|(?:です|ます|ません|ましょう|でしょう|よろしい)か[。]?$|ですね。?$|ますね。?$|ましょう。?$");

    /** How a value is asked for. */
    private record Asking(String slot, Pattern question) {}

    /**
     * Hold what is asked for.
     *
     * @param slot its name
     * @param intents what the question is like, the likest first
     */
    record Value(String slot, List<String> intents) {}

    private final Answers answers = Answers.standard();
    private final OfferText text = new OfferText();
    private final Interpreter interpreter;
    private final List<Asking> asked;
    private final Predicate<String> known;

    /**
     * Take the intents that an interpreter finds.
     *
     * @param known whether a skill answers to an intent
     */
    Offers(Interpreter interpreter, Predicate<String> known) {
        this.interpreter = interpreter;
        this.known = known;
        asked = DataFile.read(Offers.class, "slots.txt").rows("asked for", 2).stream()
                .map(row -> new Asking(row.get(0), Pattern.compile(row.get(1))))
                .toList();
    }

    /** Give the value that it asks for: 「お名前をお伺いしてもよろしいですか」. */
    Optional<Value> value(String said) {
        return asked.stream()
                .filter(each -> each.question.matcher(said).find())
                .map(each -> new Value(
                        each.slot,
                        interpreter.explain(said).candidates().stream()
                                .map(Interpretation.Candidate::intent)
                                .toList()))
                .findFirst();
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
