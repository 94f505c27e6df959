package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Speak sentences that were recorded beforehand: those of an {@code index.tsv}, whose columns {@code file} and
 * {@code text} come first, and any row of them.
 *
 * <p>Recordings are mono WAV files of one rate. A text of several sentences is said when each of them is recorded.
 */
public final class RenderedSynthesizer implements SpeechSynthesizer {
    private static final String INDEX = "index.tsv";
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Folder folder;
    private final Map<String, String> files;

    private RenderedSynthesizer(Folder folder) {
        this.folder = folder;
        this.files = index(folder);
    }

    /**
     * Open the recordings in a directory.
     *
     * @throws AdapterException when the index is missing or wrong, or names a file that is not there
     */
    public static RenderedSynthesizer ofDirectory(Path directory) {
        return new RenderedSynthesizer(new Folder() {
            @Override
            public Optional<InputStream> open(String file) throws IOException {
                Path path = directory.resolve(file);
                return Files.isRegularFile(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
            }

            @Override
            public String toString() {
                return directory.toString();
            }
        });
    }

    /**
     * Open the recordings in a folder of the class path, such as {@code com/example/voice}.
     *
     * @throws AdapterException when the index is missing or wrong, or names a file that is not there
     */
    public static RenderedSynthesizer ofClassPath(String folder) {
        ClassLoader loader = RenderedSynthesizer.class.getClassLoader();
        return new RenderedSynthesizer(new Folder() {
            @Override
            public Optional<InputStream> open(String file) {
                return Optional.ofNullable(loader.getResourceAsStream(folder + "/" + file));
            }

            @Override
            public String toString() {
                return "class path folder " + folder;
            }
        });
    }

    private static Map<String, String> index(Folder folder) {
        List<String> lines =
                new String(read(folder, INDEX), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("file\ttext")) {
            throw new AdapterException(INDEX + " in " + folder + " must begin with the columns file and text");
        }
        Map<String, String> files = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(files, folder, lines.get(i).split("\t", -1), i + 1);
            }
        }
        return Map.copyOf(files);
    }

    private static void add(Map<String, String> files, Folder folder, String[] row, int line) {
        String where = "line " + line + " of " + INDEX + " in " + folder;
        if (row.length < 2 || row[0].isBlank() || key(row[1]).isEmpty()) {
            throw new AdapterException(where + " needs a file and a text, separated by a tab");
        }
        String other = files.putIfAbsent(key(row[1]), row[0]);
        if (other != null) {
            throw new AdapterException(where + " has the text of " + other + " again; remove one");
        }
        try (InputStream there = open(folder, row[0], where + " names ")) {
            if (there.read() < 0) {
                throw new AdapterException(where + " names " + row[0] + ", which is empty; render it again");
            }
        } catch (IOException e) {
            throw new AdapterException(where + " names " + row[0] + ", which cannot be read", e);
        }
    }

    @Override
    public AudioClip synthesize(String text) {
        String whole = files.get(key(text));
        if (whole != null) {
            return clip(whole);
        }
        List<AudioClip> clips = new ArrayList<>();
        for (String sentence : Clauses.sentences(text)) {
            String file = files.get(key(sentence));
            if (file == null) {
                throw missing();
            }
            clips.add(clip(file));
        }
        if (clips.isEmpty()) {
            throw missing();
        }
        return Splices.join(clips, PAUSE);
    }

    private static AudioException missing() {
        return new AudioException("there is no recording of this sentence; install a voice that says any:"
                + " sudo apt install open-jtalk open-jtalk-mecab-naist-jdic");
    }

    private AudioClip clip(String file) {
        try {
            return Wav.parse(read(folder, file), file + " in " + folder);
        } catch (AdapterException e) {
            throw new AudioException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Spelling that makes no difference to the ear makes none to the index. */
    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s。.]+$|\\s+", "");
    }

    private static byte[] read(Folder folder, String file) {
        try (InputStream in = open(folder, file, "there is no ")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AdapterException(file + " in " + folder + " cannot be read", e);
        }
    }

    private static InputStream open(Folder folder, String file, String complaint) throws IOException {
        return folder.open(file)
                .orElseThrow(() -> new AdapterException(
                        complaint + file + " in " + folder + "; render the recordings again or correct the path"));
    }

    @Override
    public void close() {}

    /** Where recordings lie. */
    private interface Folder {
        Optional<InputStream> open(String file) throws IOException;
    }
}
