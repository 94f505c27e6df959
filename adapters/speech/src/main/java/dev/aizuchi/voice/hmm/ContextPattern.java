package dev.aizuchi.voice.hmm;

import java.util.List;

/** Match a label as a question does: {@code *} stands for any letters, {@code ?} for one. */
final class ContextPattern {
    private final List<String> parts;
    private final boolean anchoredStart;
    private final boolean anchoredEnd;

    ContextPattern(String pattern) {
        anchoredStart = !pattern.startsWith("*");
        anchoredEnd = !pattern.endsWith("*");
        parts = List.of(pattern.split("\\*", -1)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    boolean matches(String label) {
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean last = i == parts.size() - 1;
            int found;
            if (i == 0 && anchoredStart) {
                found = fits(label, 0, part) ? 0 : -1;
            } else if (last && anchoredEnd) {
                int start = label.length() - part.length();
                found = start >= at && fits(label, start, part) ? start : -1;
            } else {
                found = find(label, at, part);
            }
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return parts.isEmpty() || !anchoredEnd || at == label.length();
    }

    private static int find(String label, int from, String part) {
        if (part.indexOf('?') < 0) {
            return label.indexOf(part, from);
        }
        for (int at = from; at + part.length() <= label.length(); at++) {
            if (fits(label, at, part)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean fits(String label, int at, String part) {
        if (at + part.length() > label.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) != '?' && part.charAt(i) != label.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }
}
