package dev.aizuchi.whisper;

import dev.aizuchi.whisper.TokenText.Piece;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hold what the decoder made of a sound.
 *
 * @param pieces the text as it came, with marks and blanks
 * @param logProbability mean of the tokens' natural logarithms, at most 0; 0 when there was no token
 * @param noSpeech probability from 0 to 1 that there was no speech at all
 * @param seconds length of the sound
 */
record Transcript(List<Piece> pieces, double logProbability, double noSpeech, double seconds) {

    Transcript {
        pieces = List.copyOf(pieces);
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Give how likely a token was on average, from 0 to 1. */
    double confidence() {
        return Math.min(1, Math.exp(logProbability));
    }
}
