package dev.aizuchi.testkit.conformance;

import java.util.Locale;

/**
 * Tell one thing that is wrong with a skill, or might be.
 *
 * @param rule the rule that found it, in kebab case
 * @param where the intent, phrase or file
 * @param message what is wrong and what to do
 */
public record Finding(Severity severity, String rule, String where, String message) {

    /** How bad a finding is. */
    public enum Severity {
        /** The skill must not be shipped so. */
        ERROR,
        /** Somebody should look at it. */
        WARNING;

        /** Give the name in lower case. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding error(String rule, String where, String message) {
        return new Finding(Severity.ERROR, rule, where, message);
    }

    static Finding warning(String rule, String where, String message) {
        return new Finding(Severity.WARNING, rule, where, message);
    }

    @Override
    public String toString() {
        return severity.wireName() + " " + rule + " (" + where + "): " + message;
    }
}
