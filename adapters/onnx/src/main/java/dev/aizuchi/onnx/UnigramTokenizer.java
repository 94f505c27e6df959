package dev.aizuchi.onnx;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cut text into the pieces that the encoder knows: the likeliest segmentation under a unigram language model.
 *
 * <p>Kudo, "Subword Regularization" (ACL 2018): each piece has a log probability, and the Viterbi algorithm finds the
 * segmentation with the greatest sum. Immutable, so callable from any thread.
 */
final class UnigramTokenizer {
    /** Pieces at most, begin and end included; the encoder's time grows with them, and no utterance has so many. */
    static final int MAX_PIECES = 128;

    private static final int BEGIN = 0;
    private static final int END = 2;
    private static final int UNKNOWN = 3;
    private static final int CONTROL_PIECES = 4;
    /** Stands for a space in the vocabulary. */
    private static final char SPACE = '\u2581';
    /** Below the rarest piece, so that an unknown character is the last resort. */
    private static final double UNKNOWN_PENALTY = 10;

    private final Map<String, Integer> ids;
    private final double[] scores;
    private final Map<Integer, String> replacements;
    private final int longestPiece;
    private final double unknownScore;

    private UnigramTokenizer(Map<String, Integer> ids, double[] scores, Map<Integer, String> replacements) {
        this.ids = ids;
        this.scores = scores;
        this.replacements = replacements;
        this.longestPiece = ids.keySet().stream().mapToInt(String::length).max().orElse(1);
        this.unknownScore = Arrays.stream(scores).min().orElse(0) - UNKNOWN_PENALTY;
    }

    /**
     * Read the tables.
     *
     * @param vocabulary lines of piece, tab, log probability; the line number from 0 is the id, and the first four are
     *     begin, padding, end and unknown
     * @param normalization lines of code point, tab, the code points in its stead by commas, or none
     */
    static UnigramTokenizer load(Path vocabulary, Path normalization) {
        List<String> lines = lines(vocabulary);
        Map<String, Integer> ids = new HashMap<>(lines.size() * 2);
        double[] scores = new double[lines.size()];
        Map<Integer, String> replacements = new HashMap<>();
        Table pieces = new Table(vocabulary, lines);
        pieces.forEach((id, piece, score) -> {
            scores[id] = Double.parseDouble(score);
            // A person who types "</s>" must not end the sentence for the encoder.
            if (id >= CONTROL_PIECES) {
                ids.put(piece, id);
            }
        });
        new Table(normalization, lines(normalization))
                .forEach((row, from, to) -> replacements.put(Integer.valueOf(from), codePoints(to)));
        return new UnigramTokenizer(ids, scores, replacements);
    }

    /** Give the number of pieces. */
    int size() {
        return scores.length;
    }

    /** Give the ids of a text, with begin and end; what goes beyond {@link #MAX_PIECES} is left out. */
    long[] encode(String text) {
        String normalized = normalize(text);
        int[] pieceAt = new int[normalized.length() + 1];
        int[] startOf = new int[normalized.length() + 1];
        findBestPath(normalized, pieceAt, startOf);

        long[] backward = new long[normalized.length()];
        int count = 0;
        for (int end = normalized.length(); end > 0; end = startOf[end]) {
            backward[count++] = pieceAt[end];
        }
        int kept = Math.min(count, MAX_PIECES - 2);
        long[] pieces = new long[kept + 2];
        pieces[0] = BEGIN;
        for (int i = 0; i < kept; i++) {
            pieces[i + 1] = backward[count - 1 - i];
        }
        pieces[kept + 1] = END;
        return pieces;
    }

    private void findBestPath(String text, int[] pieceAt, int[] startOf) {
        double[] best = new double[text.length() + 1];
        Arrays.fill(best, 1, best.length, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < text.length(); start++) {
            if (best[start] == Double.NEGATIVE_INFINITY) {
                continue; // Inside a surrogate pair.
            }
            int last = Math.min(text.length(), start + longestPiece);
            for (int end = start + 1; end <= last; end++) {
                Integer id = ids.get(text.substring(start, end));
                if (id != null) {
                    reach(end, start, id, best[start] + scores[id], best, pieceAt, startOf);
                }
            }
            int next = start + Character.charCount(text.codePointAt(start));
            reach(next, start, UNKNOWN, best[start] + unknownScore, best, pieceAt, startOf);
        }
    }

    private static void reach(int end, int start, int id, double score, double[] best, int[] pieceAt, int[] startOf) {
        if (score > best[end]) {
            best[end] = score;
            pieceAt[end] = id;
            startOf[end] = start;
        }
    }

    /**
     * Fold widths and marks as the encoder was trained, make one space of many, and stop where no piece could count.
     */
    private String normalize(String text) {
        int limit = MAX_PIECES * longestPiece;
        StringBuilder folded = new StringBuilder().append(SPACE);
        for (int i = 0; i < text.length() && folded.length() < limit; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            String replacement = replacements.get(codePoint);
            append(folded, replacement == null ? Character.toString(codePoint) : replacement);
        }
        if (folded.length() > 1 && folded.charAt(folded.length() - 1) == SPACE) {
            folded.setLength(folded.length() - 1);
        }
        // The table maps single code points: ﾄ + ﾞ become ト + a combining mark, which only composition makes ド.
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder folded, String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char next = replacement.charAt(i) == ' ' ? SPACE : replacement.charAt(i);
            if (next != SPACE || folded.charAt(folded.length() - 1) != SPACE) {
                folded.append(next);
            }
        }
    }

    private static String codePoints(String list) {
        StringBuilder text = new StringBuilder();
        for (String codePoint : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            text.appendCodePoint(Integer.parseInt(codePoint));
        }
        return text.toString();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AdapterException(
                    "the encoder's table " + file + " cannot be read; " + Model.cure(OnnxTextEncoder.ID), e);
        }
    }

    /** The rows of a file of two columns. */
    private record Table(Path file, List<String> lines) {

        void forEach(Row row) {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                int tab = line.lastIndexOf('\t');
                try {
                    row.accept(i, line.substring(0, tab), line.substring(tab + 1));
                } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                    throw new AdapterException(
                            file + " is damaged at line " + (i + 1) + "; " + Model.cure(OnnxTextEncoder.ID), e);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Row {
        void accept(int number, String first, String second);
    }
}
