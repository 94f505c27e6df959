package dev.aizuchi.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Read what Vosk writes.
 *
 * <p>Vosk gives either one hypothesis whose words have confidences, or several whose words have none. The several come
 * with log-likelihoods; a word's confidence is then the share of likelihood of the hypotheses that have the same word
 * at the same time. Asked for ten hypotheses, that comes close to Vosk's own figures (see BENCHMARKS.md).
 */
final class VoskResult {
    /** Hypotheses to ask for, so that shares of likelihood mean something. */
    static final int ASKED = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private VoskResult() {}

    /** Give the text so far, without blanks and unknown words. */
    static String partial(String json) {
        return spoken(Arrays.asList(parse(json).path("partial").asText().split(" ")));
    }

    /** Give the text of the best hypothesis, or none. */
    static String best(String json) {
        return hypotheses(json, Duration.ZERO).stream()
                .findFirst()
                .map(Hypothesis::text)
                .orElse("");
    }

    /**
     * Give the hypotheses that differ in their text, best first.
     *
     * @param origin where the utterance begins in the sound of the session
     */
    static List<Hypothesis> hypotheses(String json, Duration origin) {
        JsonNode root = parse(json);
        if (!root.has("alternatives")) {
            return List.of(hypothesis(words(root, origin)));
        }
        List<List<Word>> alternatives = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        for (JsonNode alternative : root.path("alternatives")) {
            alternatives.add(words(alternative, origin));
            logs.add(alternative.path("confidence").asDouble());
        }
        double[] shares = shares(logs);
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (List<Word> words : alternatives) {
            Hypothesis next = hypothesis(words.stream()
                    .map(word -> withConfidence(word, share(word, alternatives, shares)))
                    .toList());
            if (hypotheses.stream().noneMatch(known -> known.text().equals(next.text()))) {
                hypotheses.add(next);
            }
        }
        return hypotheses;
    }

    /** Give the log-likelihoods of several hypotheses, best first, with the best of each text. */
    static List<Scored> scored(String json) {
        Map<String, Double> logs = new LinkedHashMap<>();
        for (JsonNode alternative : parse(json).path("alternatives")) {
            String text = spoken(Arrays.asList(alternative.path("text").asText().split(" ")));
            logs.putIfAbsent(text, alternative.path("confidence").asDouble());
        }
        return logs.entrySet().stream()
                .map(one -> new Scored(one.getKey(), one.getValue()))
                .toList();
    }

    /** Make a hypothesis of words: its text has the known ones, and its confidence is their mean. */
    static Hypothesis hypothesis(List<Word> words) {
        double confidence = words.stream()
                .filter(word -> !word.text().equals(PhraseGrammar.UNKNOWN))
                .mapToDouble(Word::confidence)
                .average()
                .orElse(0);
        return new Hypothesis(spoken(words.stream().map(Word::text).toList()), confidence, words);
    }

    private static String spoken(List<String> words) {
        return words.stream()
                .filter(word -> !word.equals(PhraseGrammar.UNKNOWN))
                .collect(Collectors.joining());
    }

    private static List<Word> words(JsonNode result, Duration origin) {
        List<Word> words = new ArrayList<>();
        for (JsonNode word : result.path("result")) {
            words.add(new Word(
                    word.path("word").asText(),
                    Math.min(1, Math.max(0, word.path("conf").asDouble(0))),
                    since(origin, word.path("start").asDouble()),
                    since(origin, word.path("end").asDouble())));
        }
        return words;
    }

    private static Duration since(Duration origin, double seconds) {
        Duration place = Duration.ofMillis(Math.round(seconds * 1_000)).minus(origin);
        return place.isNegative() ? Duration.ZERO : place;
    }

    /** Turn log-likelihoods into shares of their sum. */
    private static double[] shares(List<Double> logs) {
        double greatest = logs.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double[] shares =
                logs.stream().mapToDouble(log -> Math.exp(log - greatest)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    private static double share(Word word, List<List<Word>> alternatives, double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (alternatives.get(i).stream().anyMatch(other -> isSame(word, other))) {
                sum += shares[i];
            }
        }
        return Math.min(1, sum);
    }

    private static boolean isSame(Word word, Word other) {
        return word.text().equals(other.text())
                && word.start().compareTo(other.end()) < 0
                && other.start().compareTo(word.end()) < 0;
    }

    private static Word withConfidence(Word word, double confidence) {
        return new Word(word.text(), confidence, word.start(), word.end());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Vosk wrote something that is not JSON", e);
        }
    }
}
