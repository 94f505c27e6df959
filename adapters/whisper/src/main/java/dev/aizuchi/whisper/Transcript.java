package dev.aizuchi.whisper;

/**
 * Hold what the decoder made of a sound.
 *
 * @param text as it came, with marks and blanks
 * @param logProbability mean of the tokens' natural logarithms, at most 0; 0 when there was no token
 * @param noSpeech probability from 0 to 1 that there was no speech at all
 * @param seconds length of the sound
 */
record Transcript(String text, double logProbability, double noSpeech, double seconds) {

    /** Give how likely a token was on average, from 0 to 1. */
    double confidence() {
        return Math.min(1, Math.exp(logProbability));
    }
}
