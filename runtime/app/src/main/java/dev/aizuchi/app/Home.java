package dev.aizuchi.app;

import dev.aizuchi.audio.WavFile;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.models.ModelCatalogue;
import dev.aizuchi.models.ModelStatus;
import dev.aizuchi.models.ModelStore;
import dev.aizuchi.models.StoreLocation;
import dev.aizuchi.onnx.Accelerator;
import dev.aizuchi.onnx.OnnxTextEncoder;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.vosk.VoskRecognizer;
import dev.aizuchi.whisper.WhisperRecognizer;
import dev.aizuchi.whisper.WhisperSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Know where the product lies, and its models.
 *
 * @param directory the product's own directory, which holds {@code models}
 */
record Home(Path directory) {
    /** What hears meanings unless another encoder is named. */
    static final String ENCODER = "encoder-ja";

    private static final String MODEL = "model:";
    private static final String SECOND_PASS = "whisper-base";

    /** Take the directory that the start script names, else the nearest one above that holds the models. */
    static Home here() {
        String named = System.getProperty("aizuchi.home", "");
        if (!named.isEmpty()) {
            return new Home(Path.of(named).toAbsolutePath());
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("models/starter-ja"))) {
                return new Home(at);
            }
        }
        throw new ConfigException("the product's directory is not above " + start
                + ": start by the script aizuchi, or name it by -Daizuchi.home=DIR");
    }

    ModelStore models() {
        return models(ModelCatalogue.bundled());
    }

    ModelStore models(ModelCatalogue catalogue) {
        return new ModelStore(catalogue, StoreLocation.of(System.getenv(), userHome(), directory.resolve("models")));
    }

    /**
     * Turn a written path into a real one: {@code model:ID} into the model's folder, others relative to a directory.
     *
     * <p>A model that is not there gives the folder where it would be; the adapter that needs it says how to get it.
     */
    Function<String, Path> paths(Path base) {
        return written -> written.startsWith(MODEL)
                ? folder(written.substring(MODEL.length()))
                : base.resolve(written).normalize();
    }

    /** Learn intents with an encoder, as carefully as a robot has to be. */
    static Interpreter learn(List<Interpreter.Intent> intents, TextEncoder encoder) {
        return learn(intents, encoder, Interpreter.Caution.CAREFUL);
    }

    /** Learn intents with an encoder, quickly when an earlier start has learnt them too. */
    static Interpreter learn(List<Interpreter.Intent> intents, TextEncoder encoder, Interpreter.Caution caution) {
        return LearntPhrases.learn(intents, encoder, caution, cache("phrases"));
    }

    /** Name a file of what may be made anew at any time. */
    static Path cache(String name) {
        return StoreLocation.cache(System.getenv(), userHome()).resolve(name);
    }

    OnnxTextEncoder encoder() {
        return encoder(ENCODER);
    }

    /** Open an encoder on a model id or on a directory of one's own. */
    OnnxTextEncoder encoder(String idOrDirectory) {
        return OnnxTextEncoder.open(folderOf(idOrDirectory), Accelerator.AUTO);
    }

    /** Open a recogniser on a model id or on a directory of one's own. */
    SpeechRecognizer recognizer(String idOrDirectory) {
        return VoskRecognizer.open(folderOf(idOrDirectory));
    }

    private Path folderOf(String idOrDirectory) {
        Path own = Path.of(idOrDirectory);
        return Files.isDirectory(own) ? own : models().path(idOrDirectory);
    }

    /** Open the careful recogniser of the second pass. */
    SpeechRecognizer secondPass() {
        return WhisperRecognizer.open(WhisperSettings.of(models().path(SECOND_PASS)));
    }

    /** Read a recording as 16 kHz. */
    static AudioClip wav(Path file) {
        return WavFile.read(file);
    }

    /** Read a recording that came in the jar. */
    static AudioClip wavResource(String name) {
        try (InputStream in = Home.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return WavFile.read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read a site's lexicon; what is wrong with it is told with its line. */
    static Lexicon lexicon(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return Lexicon.read(in);
        } catch (CharacterCodingException e) {
            throw new ConfigException("the lexicon " + file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new ConfigException("the lexicon " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": " + e.getMessage(), e);
        }
    }

    private static Path userHome() {
        return Path.of(System.getProperty("user.home"));
    }

    private Path folder(String id) {
        ModelCatalogue.bundled().entry(id);
        return models().list().stream()
                .filter(status -> status.entry().id().equals(id))
                .map(ModelStatus::folder)
                .findFirst()
                .orElseThrow();
    }
}
