package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import dev.aizuchi.speech.SpeechRecognizer.Scorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Find a stop word that no text of the recogniser has: ask of the sound so far whether one fits it better than anything
 * else that may be said.
 *
 * <p>The sound is scored twice: by the stop words alone, and by the recogniser's own language. The difference of the
 * two log-likelihoods tells a call from talk that sounds like one. Asked and answered on one thread; scored on another,
 * so that the sound is not kept waiting.
 */
final class SecondLook implements AutoCloseable {
    /**
     * By how much a stop word must fit better than all else, in natural logarithms. Chosen on recordings, "Stop words
     * in noise" in adapters/vosk/BENCHMARKS.md.
     */
    static final double CERTAIN = 2.5;

    /** Who calls a stop speaks short; in a piece of a longer sentence much sounds like a call. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int FRAMES = (int) LONGEST.toMillis() / AudioFrame.MILLIS;

    private final Scorer sought;
    private final Scorer anything;
    private final Predicate<String> isStop;
    private final Executor executor;
    private final List<AudioFrame> sound = new ArrayList<>(FRAMES);
    private @Nullable FutureTask<Optional<String>> answer;

    private SecondLook(Scorer sought, Scorer anything, Predicate<String> isStop, Executor executor) {
        this.sought = sought;
        this.anything = anything;
        this.isStop = isStop;
        this.executor = executor;
    }

    /**
     * Prepare; empty when the recogniser cannot tell likelihoods.
     *
     * @param expected sentences that may be said, those with a stop word among them
     */
    static Optional<SecondLook> of(
            SpeechRecognizer recognizer, List<String> expected, Predicate<String> isStop, Executor executor) {
        return among(recognizer, expected.stream().filter(isStop).toList(), isStop, executor);
    }

    /** Prepare to look for these sentences with a stop word. */
    static Optional<SecondLook> among(
            SpeechRecognizer recognizer, List<String> stops, Predicate<String> isStop, Executor executor) {
        Optional<Scorer> sought = stops.isEmpty() ? Optional.empty() : recognizer.scorer(stops);
        // An empty list of phrases stands for the whole language.
        return sought.flatMap(found ->
                recognizer.scorer(List.of()).map(anything -> new SecondLook(found, anything, isStop, executor)));
    }

    /** Forget the sound; what was asked about an utterance before is still answered. */
    void begin() {
        sound.clear();
    }

    /** Keep a frame of the utterance; one more than the longest is kept, so that it tells as too long. */
    void keep(AudioFrame frame) {
        if (sound.size() <= FRAMES) {
            sound.add(frame);
        }
    }

    /** Ask about the sound so far, unless it is too long or an answer is still awaited. */
    void ask() {
        if (answer == null && sound.size() <= FRAMES) {
            List<AudioFrame> whole = List.copyOf(sound);
            answer = new FutureTask<>(() -> find(whole));
            executor.execute(answer);
        }
    }

    /** Give the stop word that was found, once. */
    Optional<String> answer() {
        if (answer == null || !answer.isDone()) {
            return Optional.empty();
        }
        FutureTask<Optional<String>> done = answer;
        answer = null;
        try {
            return done.get();
        } catch (ExecutionException | CancellationException e) {
            System.getLogger(SecondLook.class.getName())
                    .log(System.Logger.Level.WARNING, "a second look for a stop word failed: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        sought.close();
        anything.close();
    }

    private Optional<String> find(List<AudioFrame> whole) {
        List<Scored> readings = anything.score(whole);
        double other = best(readings.stream(), isStop.negate()).map(Scored::log).orElse(Double.NEGATIVE_INFINITY);
        return best(Stream.concat(sought.score(whole).stream(), readings.stream()), isStop)
                .filter(stop -> stop.log() - other >= CERTAIN)
                .map(Scored::text);
    }

    private static Optional<Scored> best(Stream<Scored> readings, Predicate<String> which) {
        return readings.filter(one -> which.test(one.text())).max((a, b) -> Double.compare(a.log(), b.log()));
    }
}
