package dev.aizuchi.vosk;

import com.sun.jna.Pointer;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.SpeechRecognizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognise speech with a Vosk model; callable from any thread, each session by one.
 *
 * <p>Sessions hold the model too: it leaves memory when this and all of them are closed. The first sound of one that
 * watches, or the first that is scored, has it loaded a second time ({@link LargeSteps}), for which this must be open.
 */
public final class VoskRecognizer implements SpeechRecognizer {
    /**
     * Hypotheses of a recognition when nothing else is asked for: a second pass finds among ten what it misses in
     * three.
     */
    public static final int USUAL_ALTERNATIVES = 10;

    private static final System.Logger LOG = System.getLogger(VoskRecognizer.class.getName());
    /** Phrases that are named when the model lacks their words; the rest are counted. */
    private static final int NAMED = 5;

    private static final PhraseGrammar NO_GRAMMAR = new PhraseGrammar(List.of(), List.of());

    private final VoskLibrary vosk;
    private final ModelDirectory directory;
    private final int alternatives;
    private @Nullable Pointer model;
    /** The same for sounds that are there whole, from when it is needed. */
    private @Nullable Pointer stepping;

    /** The last grammar, since a listener asks for the same one again and again. */
    private List<String> lastPhrases = List.of();

    private PhraseGrammar lastGrammar = NO_GRAMMAR;

    private VoskRecognizer(VoskLibrary vosk, ModelDirectory directory, Pointer model, int alternatives) {
        this.vosk = vosk;
        this.directory = directory;
        this.model = model;
        this.alternatives = alternatives;
    }

    /**
     * Load a model, with {@value #USUAL_ALTERNATIVES} hypotheses a recognition; takes from a tenth of a second to a
     * few.
     *
     * @param modelDirectory of a Vosk model, as it is unpacked
     * @throws AdapterException when it is missing, incomplete or damaged; the message names the path and the cure
     */
    public static VoskRecognizer open(Path modelDirectory) {
        return open(modelDirectory, USUAL_ALTERNATIVES);
    }

    /**
     * Load a model.
     *
     * @param modelDirectory of a Vosk model, as it is unpacked
     * @param alternatives most hypotheses of a recognition, from 1 to 10
     * @throws AdapterException when it is missing, incomplete or damaged; the message names the path and the cure
     */
    public static VoskRecognizer open(Path modelDirectory, int alternatives) {
        checkAlternatives(alternatives);
        ModelDirectory directory = ModelDirectory.checked(modelDirectory);
        VoskLibrary vosk = Natives.library();
        Pointer model = vosk.vosk_model_new(directory.path().toString());
        if (model == null) {
            throw directory.error("Vosk cannot load it; a file is damaged or of another version");
        }
        return new VoskRecognizer(vosk, directory, model, alternatives);
    }

    @Override
    public Session open(List<String> phrases) {
        return session(phrases, false);
    }

    /** Begin to watch: partial texts come some 300 ms earlier, by looks ahead that cost more than the rest. */
    @Override
    public Session watch(List<String> phrases) {
        return session(phrases, true);
    }

    @Override
    public synchronized Optional<Scorer> scorer(List<String> phrases) {
        Pointer loaded = loaded();
        if (phrases.isEmpty()) {
            return Optional.of(new VoskScorer(stepping("", VoskResult.ASKED)));
        }
        PhraseGrammar grammar = compiled(loaded, phrases);
        return grammar.isEmpty()
                ? Optional.empty()
                : Optional.of(new VoskScorer(stepping(grammar.toJsonOfNothingElse(), VoskResult.ASKED)));
    }

    @Override
    public synchronized void close() {
        if (stepping != null && !stepping.equals(model)) {
            vosk.vosk_model_free(stepping);
        }
        if (model != null) {
            vosk.vosk_model_free(model);
        }
        stepping = null;
        model = null;
    }

    static void checkAlternatives(int alternatives) {
        if (alternatives < 1 || alternatives > VoskResult.ASKED) {
            throw new IllegalArgumentException(
                    "alternatives must be from 1 to " + VoskResult.ASKED + ", but is " + alternatives);
        }
    }

    private synchronized Session session(List<String> phrases, boolean early) {
        Pointer loaded = loaded();
        PhraseGrammar phraseGrammar = grammar(loaded, phrases);
        String grammar = phraseGrammar.isEmpty() ? "" : phraseGrammar.toJson();
        return new VoskSession(
                decoder(loaded, grammar, alternatives),
                early ? Optional.of(stepping(grammar, 1)) : Optional.empty(),
                alternatives);
    }

    private Pointer loaded() {
        if (model == null) {
            throw new IllegalStateException("the recogniser is closed");
        }
        return model;
    }

    /** Prepare a decoder for sounds that are there whole. */
    private LateDecoder stepping(String grammar, int number) {
        return new LateDecoder(() -> steppingNow(grammar, number));
    }

    private synchronized Decoder steppingNow(String grammar, int number) {
        Pointer loaded = loaded();
        if (stepping == null) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            stepping = LargeSteps.load(vosk, directory.path(), temporary).orElse(loaded);
        }
        return decoder(stepping, grammar, number);
    }

    /** Make one; an empty grammar leaves it to the model's own language. */
    private Decoder decoder(Pointer loaded, String grammar, int number) {
        Pointer recognizer = grammar.isEmpty()
                ? vosk.vosk_recognizer_new(loaded, AudioFrame.SAMPLE_RATE)
                : vosk.vosk_recognizer_new_grm(loaded, AudioFrame.SAMPLE_RATE, grammar);
        if (recognizer == null) {
            throw directory.error("Vosk cannot begin to listen with it");
        }
        return new Decoder(vosk, recognizer, number);
    }

    private PhraseGrammar grammar(Pointer loaded, List<String> phrases) {
        if (!phrases.equals(lastPhrases)) {
            lastPhrases = List.copyOf(phrases);
            lastGrammar = compiled(loaded, lastPhrases);
            tellLeftOut();
        }
        return lastGrammar;
    }

    private PhraseGrammar compiled(Pointer loaded, List<String> phrases) {
        return directory.takesPhrases() ? PhraseGrammar.of(phrases, splitter(loaded)) : NO_GRAMMAR;
    }

    private WordSplitter splitter(Pointer loaded) {
        // A question to the library takes longer than all else of a split, and there are half a million.
        Set<String> words = directory.words();
        return new WordSplitter(
                words.isEmpty() ? word -> vosk.vosk_model_find_word(loaded, word) >= 0 : words::contains);
    }

    private void tellLeftOut() {
        if (!directory.takesPhrases()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} has a fixed graph: the {1} phrases to expect are ignored",
                    directory.path(),
                    lastPhrases.size());
        } else if (lastGrammar.isEmpty() && !lastPhrases.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} has words for none of the {1} phrases to expect; is it a model of their language?",
                    directory.path(),
                    lastPhrases.size());
        } else if (!lastGrammar.leftOut().isEmpty()) {
            List<String> leftOut = lastGrammar.leftOut();
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} has no words for {1} of {2} phrases, which it will not hear: {3}{4}; its graph learns them by"
                            + " models/training/speech-graph/make",
                    directory.path(),
                    leftOut.size(),
                    lastPhrases.size(),
                    String.join(", ", leftOut.subList(0, Math.min(NAMED, leftOut.size()))),
                    leftOut.size() > NAMED ? ", …" : "");
        }
    }
}
