package dev.aizuchi.japanese.mask;

/**
 * Say where personal data stands.
 *
 * @param start the first UTF-16 unit in the text
 * @param end the unit after the last
 * @param kind what it is
 */
public record PersonalData(int start, int end, PersonalDataKind kind) {
    public PersonalData {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span: " + start + "–" + end);
        }
    }

    boolean overlaps(PersonalData other) {
        return start < other.end && other.start < end;
    }
}
