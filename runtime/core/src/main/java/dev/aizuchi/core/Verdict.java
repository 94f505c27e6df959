package dev.aizuchi.core;

/** Tell what the gate decided about one act. */
public sealed interface Verdict {

    /** The act may begin. */
    record Approved() implements Verdict {}

    /** A person must say yes first; the question is fit to be spoken. */
    record NeedsConfirmation(String question) implements Verdict {}

    /** The act must not begin; {@code rule} names the check, the reason is fit to be spoken. */
    record Refused(String rule, String reason) implements Verdict {}
}
