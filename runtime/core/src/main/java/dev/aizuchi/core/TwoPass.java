package dev.aizuchi.core;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.SpeechRecognizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hear with two recognisers: a quick one that streams, and a careful one that takes the whole utterance again.
 *
 * <p>The first gives the partial texts, in which stop words are found. At the end its text stands when it is one of the
 * sentences that may be said and it is sure of it; else the second is asked, and of what both heard the text is taken
 * in which the least is likely wrong ({@link LeastRisk}). Where they agree the confidence is high, where they do not it
 * is low. A second that comes too late is not waited for; when it is late as a rule, it is left out and that is told.
 * Callable from any thread, each session by one.
 */
public final class TwoPass implements SpeechRecognizer {
    /** From this confidence on a sentence that may be said is believed to be said. */
    private static final double SURE = 0.85;
    /** Where the first heard no word at all, the second must not be guessing. */
    private static final double NOT_GUESSED = 0.6;

    /** Hypotheses of a recognition; the first's others were only asked for to choose among. */
    private static final int KEPT = 4;

    private static final String UNKNOWN = "[unk]";
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}ー]+");

    private final SpeechRecognizer first;
    private final SpeechRecognizer second;
    private final Set<String> sentences;
    private final Punctuality punctuality;
    private final Morphology morphology = new Morphology();

    /**
     * Join two recognisers; this closes both.
     *
     * @param sentences what may be said
     * @param longestWait how long the second's text is waited for after the end of an utterance; stop words are watched
     *     for meanwhile
     * @param skipped told once, on the listening thread, when the second is left out because the machine is too slow
     */
    public TwoPass(
            SpeechRecognizer first,
            SpeechRecognizer second,
            Collection<String> sentences,
            Duration longestWait,
            Consumer<String> skipped) {
        this(first, second, sentences, new Punctuality(longestWait, skipped));
    }

    TwoPass(SpeechRecognizer first, SpeechRecognizer second, Collection<String> sentences, Punctuality punctuality) {
        this.first = first;
        this.second = second;
        this.sentences = sentences.stream().map(TwoPass::letters).collect(Collectors.toUnmodifiableSet());
        this.punctuality = punctuality;
    }

    @Override
    public Session open(List<String> phrases) {
        return new Pair(first.open(phrases), phrases);
    }

    /** The first alone: watching must be quick. */
    @Override
    public Session watch(List<String> phrases) {
        return first.watch(phrases);
    }

    @Override
    public Optional<Scorer> scorer(List<String> phrases) {
        return first.scorer(phrases);
    }

    @Override
    public void close() {
        punctuality.close();
        first.close();
        second.close();
    }

    private boolean mayBeSaid(String text) {
        return sentences.contains(letters(text));
    }

    private boolean isSure(Recognition recognition) {
        return recognition.confidence() >= SURE
                && mayBeSaid(recognition.text())
                && recognition.hypotheses().get(0).words().stream()
                        .noneMatch(word -> word.text().equals(UNKNOWN));
    }

    private static String letters(String text) {
        return MARKS.matcher(text).replaceAll("");
    }

    /** Make one of both; it stands first, and what either heard otherwise behind it. */
    private Recognition joined(Recognition quick, Recognition careful) {
        Optional<Hypothesis> expected = same(quick, careful);
        Hypothesis best = expected.orElseGet(() -> chosen(quick, careful));
        List<Hypothesis> all = new ArrayList<>(List.of(best));
        Stream.concat(careful.hypotheses().stream(), quick.hypotheses().stream())
                .filter(other ->
                        all.stream().noneMatch(known -> letters(known.text()).equals(letters(other.text()))))
                .forEach(all::add);
        return new Recognition(all);
    }

    private static Recognition few(Recognition heard) {
        return new Recognition(heard.hypotheses().stream().limit(KEPT).toList());
    }

    /** Give a sentence that may be said and that both have heard, even if the first had others before it. */
    private Optional<Hypothesis> same(Recognition quick, Recognition careful) {
        String heard = letters(careful.text());
        return sentences.contains(heard)
                ? quick.hypotheses().stream()
                        .filter(one -> letters(one.text()).equals(heard))
                        .findFirst()
                        .map(one -> new Hypothesis(
                                one.text(), Math.max(one.confidence(), careful.confidence()), one.words()))
                : Optional.empty();
    }

    private Hypothesis chosen(Recognition quick, Recognition careful) {
        LeastRisk.Choice choice = LeastRisk.of(
                Spoken.of(careful.hypotheses().get(0), morphology),
                quick.hypotheses().stream()
                        .map(one -> Spoken.of(one, morphology))
                        .toList(),
                LeastRisk.Weights.USUAL);
        String text = choice.spoken().text();
        // Spelled as it was, with its own words, where nothing of it was changed.
        return Stream.concat(careful.hypotheses().stream(), quick.hypotheses().stream())
                .filter(one -> Spoken.of(one, morphology).text().equals(text))
                .findFirst()
                .map(one -> new Hypothesis(one.text(), choice.confidence(), one.words()))
                .orElseGet(() -> new Hypothesis(text, choice.confidence(), List.of()));
    }

    private final class Pair implements Session {
        private final Session quick;
        private final List<String> phrases;
        private Session careful;
        /** Whether the second listens to this utterance at all. */
        private boolean twice = punctuality.isWorthTrying();

        private String partial = "";
        /** Whether a pause has begun that the second has not been told of. */
        private boolean pauseBegun;

        Pair(Session quick, List<String> phrases) {
            this.quick = quick;
            this.phrases = phrases;
            this.careful = second.open(phrases);
        }

        @Override
        public Optional<String> accept(AudioFrame frame) {
            if (twice) {
                careful.accept(frame);
            }
            Optional<String> text = quick.accept(frame);
            text.ifPresent(changed -> partial = changed);
            // What the first is likely to be sure of needs no work ahead.
            if (twice && pauseBegun && !mayBeSaid(partial)) {
                careful.paused(true);
            }
            pauseBegun = false;
            return text;
        }

        /** The first may tell its last words upon a pause, with the next frame: until then the second waits. */
        @Override
        public void paused(boolean pausing) {
            quick.paused(pausing);
            pauseBegun = pausing;
            if (twice && !pausing) {
                careful.paused(false);
            }
        }

        @Override
        public Optional<Recognition> finish() {
            Optional<Recognition> heard = quick.finish();
            if (twice && heard.filter(TwoPass.this::isSure).isEmpty()) {
                heard = again(heard);
            } else if (twice) {
                begin();
            }
            partial = "";
            pauseBegun = false;
            twice = punctuality.isWorthTrying();
            return heard.map(TwoPass::few);
        }

        @Override
        public void close() {
            quick.close();
            careful.close();
        }

        private Optional<Recognition> again(Optional<Recognition> heard) {
            Session asked = careful;
            Optional<Optional<Recognition>> answer = punctuality.await(asked::finish);
            if (answer.isEmpty()) {
                begin();
                return heard;
            }
            // Where the second hears nothing, the first is believed only in what may be said.
            return answer.get()
                    .filter(better -> heard.isPresent() || better.confidence() >= NOT_GUESSED)
                    .map(better -> heard.map(quick -> joined(quick, better)).orElse(better))
                    .or(() -> heard.filter(one -> mayBeSaid(one.text())));
        }

        /** Drop what the second has collected or is at work on. */
        private void begin() {
            careful.close();
            careful = second.open(phrases);
        }
    }
}
