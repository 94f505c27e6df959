package dev.aizuchi.japanese.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collect replacements in one text and make them together; not for use by several threads. */
public final class Edits {
    private record Edit(int start, int end, String text) {}

    private final List<Edit> edits = new ArrayList<>();

    /** Replace a span; one that overlaps an earlier one is left out, for the first rule wins. */
    public void replace(int start, int end, String text) {
        boolean free = edits.stream().noneMatch(edit -> start < edit.end && edit.start < end);
        if (free) {
            edits.add(new Edit(start, end, text));
        }
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Give the text with all replacements made. */
    public String in(String text) {
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> changed.replace(edit.start, edit.end, edit.text));
        return changed.toString();
    }
}
