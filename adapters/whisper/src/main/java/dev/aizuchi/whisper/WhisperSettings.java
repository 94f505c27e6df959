package dev.aizuchi.whisper;

import java.nio.file.Path;
import java.util.List;

/**
 * Say how to hear; all but the model may be left out.
 *
 * @param model file of weights for whisper.cpp, or a folder that holds one
 * @param threads processor cores to use, 1 to 16; the machine's, up to 4, when left out
 * @param contextMargin steps of 20 ms that the decoder sees beyond the end of the sound, 0 to 500; 160 when left out.
 *     With too few it runs in circles, with more it is slower
 * @param words the site's own words, shown to the decoder before each utterance; few, since each costs time
 * @param maxNoSpeech probability of silence, from 0 to 1, above which an unlikely text is dropped; 0.6 when left out
 * @param minLogProbability mean natural logarithm of the words' probabilities below which a text is dropped; −1 when
 *     left out
 * @param minLevelDb level of the loudest tenth of a second, in dB below full scale, under which nothing was said; −60
 *     when left out
 */
public record WhisperSettings(
        Path model,
        Integer threads,
        Integer contextMargin,
        List<String> words,
        Double maxNoSpeech,
        Double minLogProbability,
        Double minLevelDb) {
    private static final int USUAL_THREADS = 4;
    private static final int MOST_THREADS = 16;
    private static final int USUAL_MARGIN = 160;
    private static final int MOST_MARGIN = 500;
    private static final double USUAL_NO_SPEECH = 0.6;
    private static final double USUAL_LOG_PROBABILITY = -1;
    private static final double USUAL_LEVEL = -60;

    public WhisperSettings {
        if (model == null) {
            throw new IllegalArgumentException("model is missing: a file of weights for whisper.cpp, or its folder");
        }
        threads = threads == null ? usualThreads() : within("threads", threads, 1, MOST_THREADS);
        contextMargin = contextMargin == null ? USUAL_MARGIN : within("context-margin", contextMargin, 0, MOST_MARGIN);
        words = words == null ? List.of() : List.copyOf(words);
        maxNoSpeech = maxNoSpeech == null ? USUAL_NO_SPEECH : within("max-no-speech", maxNoSpeech, 0, 1);
        minLogProbability = minLogProbability == null
                ? USUAL_LOG_PROBABILITY
                : within("min-log-probability", minLogProbability, -100, 0);
        minLevelDb = minLevelDb == null ? USUAL_LEVEL : within("min-level-db", minLevelDb, -100, 0);
    }

    /** Take the usual values for a model. */
    public static WhisperSettings of(Path model) {
        return new WhisperSettings(
                model, usualThreads(), USUAL_MARGIN, List.of(), USUAL_NO_SPEECH, USUAL_LOG_PROBABILITY, USUAL_LEVEL);
    }

    private static int usualThreads() {
        return Math.min(USUAL_THREADS, Runtime.getRuntime().availableProcessors());
    }

    private static <N extends Number> N within(String name, N value, int least, int most) {
        if (!(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ", but is " + value);
        }
        return value;
    }
}
