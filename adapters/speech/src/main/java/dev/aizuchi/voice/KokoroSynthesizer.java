package dev.aizuchi.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Speak with Kokoro, a neural voice of 82 million parameters, clause by clause; about as long as the speech itself on
 * two desktop cores.
 *
 * <p>{@link #close} ends a clause that is under way.
 */
public final class KokoroSynthesizer implements SpeechSynthesizer {
    static final String CURE = "run ./aizuchi models fetch kokoro-ja";
    private static final int RATE = 24_000;
    private static final int THREADS = 2;
    /** Characters of text: at most some 300 phonemes, of the 510 that the model takes. */
    private static final int LONGEST = 60;

    private static final int MOST_PHONEMES = 510;
    private static final Duration MARGIN = Duration.ofMillis(30);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Pattern VOCABULARY_ENTRY =
            Pattern.compile("\"(\\\\u[0-9a-fA-F]{4}|\\\\[^u]|[^\"\\\\])\"\\s*:\\s*(\\d+)");

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OrtSession.RunOptions options;
    private final Map<Character, Long> vocabulary;
    private final KokoroVoice voice;
    private final float speed;
    private final KokoroPhonemes phonemes = new KokoroPhonemes();
    private volatile boolean closed;

    private KokoroSynthesizer(
            OrtEnvironment environment,
            OrtSession session,
            Map<Character, Long> vocabulary,
            KokoroVoice voice,
            double speed)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        this.options = new OrtSession.RunOptions();
        this.vocabulary = vocabulary;
        this.voice = voice;
        this.speed = (float) speed;
    }

    /** Tell whether a directory holds the model's files. */
    static boolean isIn(Path directory) {
        return List.of(directory.resolve("model.onnx"), voices(directory), directory.resolve("vocab.json")).stream()
                .allMatch(Files::isReadable);
    }

    /** The Python package that the model comes in calls it the Japanese voices. */
    private static Path voices(Path directory) {
        Path packaged = directory.resolve("voices_ja.npz");
        return Files.exists(packaged) ? packaged : directory.resolve("voices.npz");
    }

    /**
     * Load the model, which takes about a second.
     *
     * @throws AdapterException when a file is missing or broken, or there is no such voice
     */
    public static KokoroSynthesizer open(KokoroProvider.Settings settings) {
        Path model = settings.model();
        if (!isIn(model)) {
            throw new AdapterException("the voice Kokoro is not in " + model + "; " + CURE);
        }
        Map<Character, Long> vocabulary = vocabulary(model.resolve("vocab.json"));
        KokoroVoice voice = KokoroVoice.read(voices(model), Objects.requireNonNullElse(settings.voice(), "jf_alpha"));
        try {
            return DeepStack.call(() -> load(settings, vocabulary, voice));
        } catch (OrtException e) {
            throw new AdapterException("the voice Kokoro in " + model + " cannot be loaded; " + CURE, e);
        }
    }

    private static KokoroSynthesizer load(
            KokoroProvider.Settings settings, Map<Character, Long> vocabulary, KokoroVoice voice) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Objects.requireNonNullElse(settings.threads(), THREADS));
            // Threads that wait by spinning starve each other where the robot's other work shares the cores.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            String network = settings.model().resolve("model.onnx").toString();
            return new KokoroSynthesizer(
                    environment,
                    environment.createSession(network, options),
                    vocabulary,
                    voice,
                    Objects.requireNonNullElse(settings.speed(), 1.0));
        }
    }

    /** Read the numbers of the phonetic letters, each a single character, from the model's JSON. */
    private static Map<Character, Long> vocabulary(Path file) {
        Map<Character, Long> vocabulary = new HashMap<>();
        try {
            Matcher entry = VOCABULARY_ENTRY.matcher(Files.readString(file));
            while (entry.find()) {
                vocabulary.put(letter(entry.group(1)), Long.parseLong(entry.group(2)));
            }
        } catch (IOException | NumberFormatException e) {
            throw new AdapterException(file + " cannot be read; " + CURE, e);
        }
        if (vocabulary.isEmpty()) {
            throw new AdapterException(file + " holds no letters; " + CURE);
        }
        return Map.copyOf(vocabulary);
    }

    private static char letter(String json) {
        return json.startsWith("\\u") ? (char) Integer.parseInt(json.substring(2), 16) : json.charAt(json.length() - 1);
    }

    @Override
    public synchronized AudioClip synthesize(String text) {
        List<AudioClip> clips = new ArrayList<>();
        for (String clause : Clauses.upTo(LONGEST, text)) {
            long[] letters = letters(phonemes.spell(clause));
            if (letters.length > 0) {
                clips.add(Splices.trim(infer(letters), MARGIN));
            }
        }
        if (clips.isEmpty()) {
            throw new AudioException("Kokoro finds nothing to pronounce in this text; write words in kana or kanji");
        }
        return Splices.join(clips, PAUSE);
    }

    private long[] letters(String spelling) {
        return spelling.chars()
                .mapToObj(letter -> vocabulary.get((char) letter))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .limit(MOST_PHONEMES)
                .toArray();
    }

    private AudioClip infer(long[] letters) {
        if (closed) {
            throw new AudioException("the voice is closed");
        }
        long[] framed = LongStream.concat(LongStream.concat(LongStream.of(0), LongStream.of(letters)), LongStream.of(0))
                .toArray();
        float[] style = voice.style(letters.length);
        try (OnnxTensor tokens =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(framed), new long[] {1, framed.length});
                OnnxTensor styles =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(style), new long[] {1, style.length});
                OnnxTensor speeds =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[] {speed}), new long[] {1});
                OrtSession.Result result =
                        session.run(Map.of("tokens", tokens, "style", styles, "speed", speeds), options)) {
            OnnxTensor sound = (OnnxTensor) result.get(0);
            return clip(sound.getFloatBuffer());
        } catch (OrtException e) {
            throw new AudioException(closed ? "the voice is closed" : "Kokoro failed; " + CURE, e);
        }
    }

    private static AudioClip clip(FloatBuffer sound) {
        short[] samples = new short[sound.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(Math.max(-1, Math.min(1, sound.get(i))) * Short.MAX_VALUE);
        }
        return new AudioClip(samples, RATE);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            options.setTerminate(true);
            // What is under way ends at its next operator; only then may the session go.
            synchronized (this) {
                options.close();
                session.close();
                phonemes.close();
            }
        } catch (OrtException e) {
            throw new AudioException("Kokoro cannot be closed", e);
        }
    }
}
