package dev.aizuchi.core;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import dev.aizuchi.speech.SpeechRecognizer.Scorer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ask of the sound so far whether a stop word fits it better than anything else that may be said.
 *
 * <p>It is scored twice: by the stop words alone, and by the recogniser's own language. The difference of the two
 * log-likelihoods tells a call from talk that sounds like one. Asked and answered on one thread; scored on another, so
 * that the sound is not kept waiting.
 */
final class SecondLook implements AutoCloseable {
    /**
     * Where a text has a stop word, it is let go only if something else fits better by more than this. Both figures
     * were chosen on recordings, "Stop words in noise" in adapters/vosk/BENCHMARKS.md, so that hardly a call is lost.
     */
    static final double BELIEVED = -4;

    /** Where no text has one, a stop word must fit better than all else by so much. */
    static final double CERTAIN = 2.5;

    /** Who calls a stop speaks short; more sound takes longer. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    /** A text with a stop word whose second look takes longer is believed without. */
    static final Duration PATIENCE = Duration.ofMillis(300);

    private static final int FRAMES = (int) LONGEST.toMillis() / AudioFrame.MILLIS;

    private final Scorer sought;
    private final Scorer anything;
    private final Predicate<String> isStop;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private final Deque<AudioFrame> sound = new ArrayDeque<>(FRAMES);
    /** Whether the utterance is longer than what is kept of it. */
    private boolean cut;

    private @Nullable Question question;

    private record Question(String text, boolean suspected, long asked, FutureTask<Optional<String>> answer) {}

    private SecondLook(
            Scorer sought, Scorer anything, Predicate<String> isStop, Executor executor, LongSupplier nanoTime) {
        this.sought = sought;
        this.anything = anything;
        this.isStop = isStop;
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    /**
     * Prepare; empty when the recogniser cannot tell likelihoods.
     *
     * @param expected sentences that may be said, those with a stop word among them
     */
    static Optional<SecondLook> of(
            SpeechRecognizer recognizer,
            List<String> expected,
            Predicate<String> isStop,
            Executor executor,
            LongSupplier nanoTime) {
        List<String> stops = expected.stream().filter(isStop).toList();
        Optional<Scorer> sought = stops.isEmpty() ? Optional.empty() : recognizer.scorer(stops);
        // An empty list of phrases stands for the whole language.
        return sought.flatMap(found -> recognizer
                .scorer(List.of())
                .map(anything -> new SecondLook(found, anything, isStop, executor, nanoTime)));
    }

    void begin() {
        sound.clear();
        cut = false;
    }

    void keep(AudioFrame frame) {
        if (sound.size() == FRAMES) {
            sound.remove();
            cut = true;
        }
        sound.add(frame);
    }

    /**
     * Ask about the sound so far. A text with a stop word goes before one without, of which nothing is asked late in an
     * utterance: in a piece of a sentence much sounds like a call.
     */
    void ask(String text) {
        boolean suspected = isStop.test(text);
        if (suspected ? question != null && question.suspected : question != null || cut) {
            return;
        }
        List<AudioFrame> whole = List.copyOf(sound);
        FutureTask<Optional<String>> answer = new FutureTask<>(() -> look(text, suspected, whole));
        question = new Question(text, suspected, nanoTime.getAsLong(), answer);
        executor.execute(answer);
    }

    /** Give the stop word that was heard, if it has turned out by now that one was. */
    Optional<String> answer() {
        Question asked = question;
        if (asked == null) {
            return Optional.empty();
        }
        Optional<String> unproved = asked.suspected ? Optional.of(asked.text) : Optional.empty();
        if (asked.answer.isDone()) {
            question = null;
            return result(asked.answer).orElse(unproved);
        }
        if (nanoTime.getAsLong() - asked.asked > PATIENCE.toNanos()) {
            question = null;
            return unproved;
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        sought.close();
        anything.close();
    }

    private static Optional<Optional<String>> result(FutureTask<Optional<String>> answer) {
        try {
            return Optional.of(answer.get());
        } catch (ExecutionException | CancellationException e) {
            System.getLogger(SecondLook.class.getName())
                    .log(System.Logger.Level.WARNING, "a second look at a stop word failed: {0}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Optional<String> look(String text, boolean suspected, List<AudioFrame> whole) {
        List<Scored> readings = anything.score(whole);
        Optional<Scored> other = best(readings.stream(), isStop.negate());
        Optional<Scored> stop = best(Stream.concat(sought.score(whole).stream(), readings.stream()), isStop);
        if (suspected) {
            boolean denied = other.isPresent() && lead(stop, other) < BELIEVED;
            return denied ? Optional.empty() : Optional.of(text);
        }
        return stop.filter(found -> lead(stop, other) >= CERTAIN).map(Scored::text);
    }

    private static double lead(Optional<Scored> stop, Optional<Scored> other) {
        double none = Double.NEGATIVE_INFINITY;
        return stop.map(Scored::log).orElse(none) - other.map(Scored::log).orElse(none);
    }

    private static Optional<Scored> best(Stream<Scored> readings, Predicate<String> which) {
        return readings.filter(one -> which.test(one.text())).max((a, b) -> Double.compare(a.log(), b.log()));
    }
}
