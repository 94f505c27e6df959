package dev.aizuchi.testkit.document;

import java.util.Comparator;

/**
 * Say what is wrong where; line and column count from 1.
 *
 * @param source the file
 * @param message what is wrong, and the cure
 */
public record Problem(String source, int line, int column, String message) {
    static final Comparator<Problem> IN_ORDER = Comparator.comparing(Problem::source)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** Write it as compilers do: file:line:column: message. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column + ": " + message;
    }
}
