package dev.aizuchi.japanese;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hold which way a sentence points: for or against, on or off, asked for or already so.
 *
 * @param sides for each axis of opposites, the sides that are named
 * @param declines whether it asks that something be left
 * @param predicates each verb and adjective, and whether it is negated
 * @param made adjectives that are to be made so: 暗くする
 * @param states adjectives that are said to be so: 暗い
 * @param turned whether a word such as すぎる turns the sense
 * @param act what it does
 * @param denies whether what it says at its end is negated
 * @param ongoing whether it speaks of what goes on or has come of something: 〜ている
 * @param questions what it asks for: どこ, 何人
 */
record Bearing(
        Map<Integer, Set<Boolean>> sides,
        boolean declines,
        Map<String, Boolean> predicates,
        Set<String> made,
        Set<String> states,
        boolean turned,
        SpeechAct act,
        boolean denies,
        boolean ongoing,
        Set<String> questions) {

    /** Tell whether a sentence that was heard cannot mean a phrase, however alike they look. */
    boolean conflictsWith(Bearing phrase) {
        return opposes(phrase)
                || !act.mayMean(phrase.act)
                || (isStatement() && denies != phrase.denies)
                || isOver(phrase)
                || turnedOtherwise(phrase)
                || asksOtherwise(phrase)
                || (declines && !negated().equals(phrase.negated()));
    }

    /** Tell whether one says no to what the other says, on for off, or dark for light. */
    boolean opposes(Bearing other) {
        return declines != other.declines
                || oppositeSides(other)
                || !Collections.disjoint(made, other.states)
                || !Collections.disjoint(states, other.made)
                || negatedOtherwise(other);
    }

    /**
     * Tell whether one is contrary to the other, whatever is done by saying it: 来て and 来ないで. 降る？ and 降らない？ ask the
     * same.
     */
    boolean contradicts(Bearing other) {
        boolean bothInquire = act == SpeechAct.INQUIRES && other.act == SpeechAct.INQUIRES;
        return declines != other.declines
                || oppositeSides(other)
                || !Collections.disjoint(made, other.states)
                || !Collections.disjoint(states, other.made)
                || (!bothInquire && negatedOtherwise(other));
    }

    /** 「暗かった」 is over when 「暗い」 is not; 「血が出た」 is what 「血が出ている」 says. */
    private boolean isOver(Bearing phrase) {
        return act == SpeechAct.TELLS && !phrase.ongoing && (ongoing || phrase.act == SpeechAct.STATES);
    }

    /** Tell whether it only says something, and neither wishes nor declines. */
    boolean asksForNothing() {
        return isStatement() && !declines;
    }

    /** Tell whether it says how things are or were. */
    boolean isStatement() {
        return act == SpeechAct.STATES || act == SpeechAct.TELLS;
    }

    /** 「明るい」 is no 「明るすぎる」; but 「暗すぎる」 complains no less than 「暗い」. */
    private boolean turnedOtherwise(Bearing phrase) {
        boolean stronger = turned && !Collections.disjoint(states, phrase.states);
        return sharesPredicate(phrase) && turned != phrase.turned && !stronger;
    }

    private boolean asksOtherwise(Bearing phrase) {
        return !questions.isEmpty() && !phrase.questions.isEmpty() && Collections.disjoint(questions, phrase.questions);
    }

    Bearing declining() {
        return new Bearing(sides, true, predicates, made, states, turned, act, denies, ongoing, questions);
    }

    Bearing doing(SpeechAct other) {
        return new Bearing(sides, declines, predicates, made, states, turned, other, denies, ongoing, questions);
    }

    private boolean oppositeSides(Bearing other) {
        return sides.entrySet().stream().anyMatch(axis -> {
            Set<Boolean> others = other.sides.get(axis.getKey());
            return others != null && Collections.disjoint(axis.getValue(), others);
        });
    }

    /** 「明かりはいらない」 and 「明かりは消さないで」 decline different things. */
    private Set<String> negated() {
        return predicates.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tell whether both speak of the same act or state. */
    boolean sharesPredicate(Bearing other) {
        return !Collections.disjoint(predicates.keySet(), other.predicates.keySet());
    }

    private boolean negatedOtherwise(Bearing other) {
        return predicates.entrySet().stream().anyMatch(predicate -> {
            Boolean others = other.predicates.get(predicate.getKey());
            return others != null && !others.equals(predicate.getValue());
        });
    }
}
