package dev.aizuchi.japanese.fence;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Hold what a text asserts.
 *
 * @param text in one spelling
 * @param atoms what must be given word by word
 * @param words other words with a meaning, in their dictionary form
 * @param negated whether it denies
 * @param asks whether it is a question
 */
record Content(String text, List<Atom> atoms, Set<String> words, boolean negated, boolean asks) {

    /** A date and its weekday are read as one value, but each may be told alone. */
    private static final Pattern WEEKDAY = Pattern.compile("[月火水木金土日]曜日?");

    /**
     * A value or a name.
     *
     * @param readings what it may mean; a name means itself
     * @param bound what follows it and turns its meaning, such as まで
     */
    record Atom(Breach.Kind kind, String surface, Set<String> readings, String bound) {
        /** Tell whether a fact's atom gives this one: the same, or what is said less exactly. */
        boolean isGivenBy(Atom fact) {
            return bound.equals(fact.bound) && !fact.readings.isEmpty() && readings.containsAll(fact.readings);
        }
    }

    /** Tell whether this fact says all that a text asserts. */
    boolean gives(Content said) {
        return negated == said.negated
                && said.atoms.stream().allMatch(this::gives)
                && said.words.stream().allMatch(word -> words.contains(word) || text.contains(word));
    }

    private boolean gives(Atom atom) {
        boolean named =
                atom.kind == Breach.Kind.PLACE || atom.kind == Breach.Kind.NAME || atom.kind == Breach.Kind.DRUG;
        boolean weekday = WEEKDAY.matcher(atom.surface).matches() && !text.contains("の" + atom.surface);
        return (named || weekday) ? text.contains(atom.surface) : atoms.stream().anyMatch(atom::isGivenBy);
    }
}
