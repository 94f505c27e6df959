package dev.aizuchi.core;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.pragmatics.Answer;
import dev.aizuchi.japanese.pragmatics.Answers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tell whether an utterance agrees to what the robot has asked: true, false, or empty when that is not clear.
 *
 * <p>「結構です」 declines tea and confirms three o'clock, so the question decides. Where a yes would set something in motion
 * that the gate wants confirmed, it must be a yes by itself and in the light of the question; a no needs one of the
 * two.
 */
final class Consent {
    /** 「いえ、後で行きます」 speaks of going, and is no yes. */
    private static final Pattern NO_FIRST =
            Pattern.compile("^(?:あ、?|ああ、?)?(?:(?:いえ)+|いいえ|(?:いや)+[あぁー]*|ううん)[、。…](?!.*(?:お願い|頼|はい))");

    private final Cues cues;
    private final Answers answers;
    private final StandardJapanese standard;

    Consent(Cues cues, Answers answers, StandardJapanese standard) {
        this.cues = cues;
        this.answers = answers;
        this.standard = standard;
    }

    /** Read an utterance that is nothing but an answer: はい, いえ結構です. */
    Optional<Boolean> plain(Question.YesNo question, String text) {
        Optional<Boolean> byItself = cues.answer(text);
        if (byItself.isEmpty()) {
            return byItself;
        }
        Optional<Boolean> inContext = inContext(question, text);
        if (question.guarded() && !byItself.equals(inContext)) {
            return Optional.of(byItself.get() && inContext.isEmpty());
        }
        return inContext.or(() -> byItself);
    }

    /** Tell whether an utterance begins with a no that nothing takes back. */
    boolean beginsWithNo(String text) {
        return NO_FIRST.matcher(text).find();
    }

    /** Tell whether an utterance is nothing but a yes. */
    boolean isMereYes(String text) {
        return cues.answer(text).orElse(false);
    }

    /** Tell whether an utterance is nothing but a yes or a no. */
    boolean isMereAnswer(String text) {
        return cues.answer(text).isPresent();
    }

    /** Read an utterance that is no wish of its own: 「ちょっと膝が痛くて」. */
    Optional<Boolean> implied(Question.YesNo question, String text) {
        return inContext(question, text).filter(agrees -> !(agrees && question.guarded()));
    }

    /** Tell whether an utterance forbids what is asked about, or asks for the contrary; then it is no yes. */
    boolean refuses(Question.YesNo question, String text) {
        return cues.refuses(text, question.text()) || cues.refuses(standard.of(text), question.text());
    }

    /** Tell whether an utterance asks only that something be left. */
    boolean forbids(String text) {
        return cues.declines(text) || cues.declines(standard.of(text));
    }

    /** Tell whether an utterance says how things are, and wishes, asks and declines nothing. */
    boolean onlyTells(String text) {
        return !cues.asks(text) && !cues.requests(text) && !forbids(text);
    }

    /** Read an utterance of which nothing else is known: one that begins with a no is one. */
    Optional<Boolean> atLast(Question.YesNo question, String text) {
        return implied(question, text).or(() -> beginsWithNo(text) ? Optional.of(false) : Optional.empty());
    }

    private Optional<Boolean> inContext(Question.YesNo question, String text) {
        Answer.Meaning meaning = answers.resolve(text, question.text()).meaning();
        return meaning == Answer.Meaning.UNCLEAR
                ? Optional.empty()
                : Optional.of(meaning == Answer.Meaning.ACCEPT && !beginsWithNo(text));
    }
}
