package dev.aizuchi.japanese.keigo;

/**
 * Say what is wrong where, and what stands there when it is right.
 *
 * @param start the first UTF-16 unit in the text
 * @param end the unit after the last
 * @param kind what is wrong
 * @param surface the words as they stand
 * @param repair what to put in their place; may be empty
 */
public record Issue(int start, int end, IssueKind kind, String surface, String repair) {
    public Issue {
        if (start < 0 || end - start != surface.length()) {
            throw new IllegalArgumentException("the span " + start + "–" + end + " does not hold " + surface);
        }
    }

    Issue moved(int by) {
        return new Issue(start + by, end + by, kind, surface, repair);
    }
}
