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
 * @param told whether it tells of something past
 * @param asked whether it asks for an act
 */
record Bearing(
        Map<Integer, Set<Boolean>> sides,
        boolean declines,
        Map<String, Boolean> predicates,
        Set<String> made,
        Set<String> states,
        boolean turned,
        boolean told,
        boolean asked) {

    /** Tell whether two sentences cannot mean the same, however alike they look. */
    boolean conflictsWith(Bearing other) {
        return declines != other.declines
                || (told && other.asked)
                || (asked && other.told)
                || oppositeSides(other)
                || (sharesPredicate(other) && turned != other.turned)
                || !Collections.disjoint(made, other.states)
                || !Collections.disjoint(states, other.made)
                || negatedOtherwise(other)
                || (declines && !negated().equals(other.negated()));
    }

    Bearing declining() {
        return new Bearing(sides, true, predicates, made, states, turned, told, asked);
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
