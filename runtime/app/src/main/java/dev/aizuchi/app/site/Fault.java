package dev.aizuchi.app.site;

import java.util.Comparator;

/**
 * Tell one thing that is wrong with a site pack.
 *
 * @param file as the person who named the pack would write it
 * @param line counted from 1
 * @param message what is wrong, and the cure
 */
public record Fault(String file, int line, String message) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
