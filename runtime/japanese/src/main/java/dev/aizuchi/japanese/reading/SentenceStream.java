package dev.aizuchi.japanese.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Cut a stream of text into units that can be spoken as soon as they are whole, so that speech begins before the text
 * ends.
 *
 * <p>Cuts lie behind 。！？ and line ends, and behind 、 once enough has gathered; never inside brackets, a number or a
 * Latin word. Nothing is lost: all units together are the text. One stream belongs to one thread.
 */
public final class SentenceStream {
    private static final String ENDS = "。！？!?\n";
    private static final String OPENING = "「『（(【〈《[";
    private static final String CLOSING = "」』）)】〉》]";
    /** Shorter than this, what stands before a 、 would sound torn off. */
    private static final int SHORTEST = 10;
    /** A bracket that never closes must not silence the robot. */
    private static final int LONGEST = 200;

    private final StringBuilder waiting = new StringBuilder();
    private int depth;

    /** Take the next part of the text; give the units that are whole now, in order. */
    public List<String> push(String part) {
        List<String> units = new ArrayList<>();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (endsBefore(c)) {
                cut(units);
            }
            waiting.append(c);
            if (OPENING.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            }
        }
        return units;
    }

    /** Give what is left when the text has ended; empty when nothing is. */
    public String end() {
        String rest = waiting.toString();
        waiting.setLength(0);
        depth = 0;
        return rest;
    }

    /** What follows an end tells whether it was one: 」 and further marks belong to it, 3.5 has none. */
    private boolean endsBefore(char next) {
        int length = waiting.length();
        if (length == 0) {
            return false;
        }
        char last = waiting.charAt(length - 1);
        boolean tooLong = length > LONGEST && (ENDS + "、，, ").indexOf(last) >= 0;
        if (tooLong) {
            return !Character.isLowSurrogate(next);
        }
        if (depth > 0 || CLOSING.indexOf(next) >= 0 || (ENDS + "…").indexOf(next) >= 0) {
            return false;
        }
        boolean closed = CLOSING.indexOf(last) >= 0
                && length > 1
                && ENDS.indexOf(waiting.charAt(length - 2)) >= 0
                && next != 'と'
                && next != 'っ';
        boolean latin = (last == '!' || last == '?') && next < 128 && Character.isLetterOrDigit(next);
        boolean point = last == '.' && next == ' ' && length > 1 && Character.isLetter(waiting.charAt(length - 2));
        return (ENDS.indexOf(last) >= 0 && !latin) || closed || point || pause(last, next);
    }

    /** 二、三人 and 1、2 are no pauses. */
    private boolean pause(char last, char next) {
        return last == '、' && waiting.length() >= SHORTEST && "0123456789０１２３４５６７８９〇一二三四五六七八九十".indexOf(next) < 0;
    }

    private void cut(List<String> units) {
        units.add(waiting.toString());
        waiting.setLength(0);
        depth = 0;
    }
}
