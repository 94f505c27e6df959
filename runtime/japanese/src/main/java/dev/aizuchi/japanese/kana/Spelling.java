package dev.aizuchi.japanese.kana;

import dev.aizuchi.japanese.Kana;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Hold a text in one spelling (NFKC, one kind of dash and wave, no blanks between Japanese letters, nothing invisible)
 * together with the place in the original from which each unit came.
 *
 * <p>Any text is taken. Places are UTF-16 units.
 */
public final class Spelling {
    private static final String DASHES = "‐‑‒–—―−－";
    private static final String WAVES = "~〜～∼";

    private final String original;
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    private Spelling(String original) {
        this.original = original;
        text = new StringBuilder(original.length());
        starts = new int[original.length()];
        ends = new int[original.length()];
    }

    /** Spell a text. */
    public static Spelling of(String original) {
        Spelling spelling = new Spelling(original);
        for (int at = 0; at < original.length(); ) {
            int end = spelling.clusterEnd(at);
            if (end == at + 1 && isPlain(original.charAt(at))) {
                spelling.put(original.charAt(at), at, end);
            } else {
                spelling.spell(at, end);
            }
            at = end;
        }
        spelling.dropBlanks();
        return spelling;
    }

    /** Give the text in one spelling. */
    public String text() {
        return text.toString();
    }

    /** Give the text as it came. */
    public String original() {
        return original;
    }

    /** Give the place in the original where the unit at {@code at} began. */
    public int start(int at) {
        return starts[at];
    }

    /** Give the place in the original after that which became the units before {@code end}. */
    public int end(int end) {
        return end == 0 ? 0 : ends[end - 1];
    }

    /** What is spelled as one: a code point and the marks that follow it. */
    private int clusterEnd(int at) {
        int end = at + Character.charCount(original.codePointAt(at));
        while (end < original.length() && isMark(original.codePointAt(end))) {
            end += Character.charCount(original.codePointAt(end));
        }
        return end;
    }

    private void spell(int start, int end) {
        String cluster = original.substring(start, end);
        String spelled = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
        for (int i = 0; i < spelled.length(); i++) {
            char c = spelled.charAt(i);
            int type = Character.getType(c);
            boolean invisible = type == Character.FORMAT
                    || type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || type == Character.PRIVATE_USE;
            if (!invisible) {
                put(spelled(c), start, end);
            }
        }
        if (isCircled(cluster.charAt(0)) && !continues(end)) {
            put('、', start, end);
        }
    }

    /** ① stands by itself: what follows is not what it counts. */
    private static boolean isCircled(char c) {
        return c >= '①' && c <= '⑳';
    }

    private boolean continues(int at) {
        return at == original.length() || "番号のはがをにとで、。 ".indexOf(original.charAt(at)) >= 0;
    }

    private static char spelled(char c) {
        if (DASHES.indexOf(c) >= 0) {
            return '-';
        }
        if (WAVES.indexOf(c) >= 0) {
            return '〜';
        }
        return c == '\t' || c == '\u000b' || c == '\f' || c == '\r' ? ' ' : c;
    }

    private void put(char c, int start, int end) {
        int length = text.length();
        if (length == starts.length) {
            starts = Arrays.copyOf(starts, 2 * length + 16);
            ends = Arrays.copyOf(ends, 2 * length + 16);
        }
        starts[length] = start;
        ends[length] = end;
        text.append(spelled(c));
    }

    /** Recognisers put blanks between words; those between Latin words and between figures stay. */
    private void dropBlanks() {
        int kept = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int next = i + 1;
            while (c == ' ' && next < length && text.charAt(next) == ' ') {
                next++;
            }
            boolean between = c == ' '
                    && (kept == 0
                            || next == length
                            || Kana.isJapanese(text.charAt(kept - 1))
                            || Kana.isJapanese(text.charAt(next)));
            if (!between) {
                text.setCharAt(kept, c);
                starts[kept] = starts[i];
                ends[kept++] = ends[i];
            }
            i = next - 1;
        }
        text.setLength(kept);
    }

    private static boolean isPlain(char c) {
        return (c >= '一' && c <= '龥') || (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ー') || (c >= ' ' && c <= '}');
    }

    private static boolean isMark(int c) {
        if (c < 0x300 || (c >= 0x3041 && c <= 0x3096) || (c >= 0x4e00 && c <= 0x9fff)) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 0xff9e
                || c == 0xff9f
                || (c >= 0x1f3fb && c <= 0x1f3ff);
    }
}
