package dev.aizuchi.whisper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Join tokens, which may end inside a character, to pieces of text that do not. */
final class TokenText {
    private static final double LEAST = 1e-9;

    /**
     * Hold whole characters.
     *
     * @param confidence of the least likely token in them, from 0 to 1
     */
    record Piece(String text, double confidence) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private double least = 1;
    private double sum;
    private int tokens;

    void add(byte[] bytes, double probability) {
        double bounded = Math.min(1, Math.max(LEAST, probability));
        sum += Math.log(bounded);
        tokens++;
        least = Math.min(least, bounded);
        open.writeBytes(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(open.toByteArray()))
                    .toString();
            pieces.add(new Piece(text, least));
            open.reset();
            least = 1;
        } catch (CharacterCodingException e) {
            // The rest of the character is in the next token.
        }
    }

    /** Give the pieces so far; a character that was left open is no text. */
    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** Give the mean of the tokens' natural logarithms; 0 when there was no token. */
    double logProbability() {
        return tokens == 0 ? 0 : sum / tokens;
    }
}
