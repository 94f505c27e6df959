package dev.aizuchi.vosk;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Check a model's files before the natives see them.
 *
 * <p>The library ends the whole process on a graph that it cannot read, so what can be seen from outside is seen here:
 * files that are missing, empty, cut off, text in place of numbers, or other than {@code SHA256SUMS} says.
 */
final class ModelDirectory {
    private static final String CURE = "; `./aizuchi models fetch starter-ja` restores the starter model,"
            + " `./aizuchi models fetch vosk-small-ja` brings one for people's voices";
    private static final byte[] ACOUSTIC_MODEL = "\0B<TransitionModel> ".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> IVECTOR =
            List.of("final.dubm", "final.mat", "global_cmvn.stats", "online_cmvn.conf", "splice.conf");

    private final Path directory;

    private ModelDirectory(Path directory) {
        this.directory = directory;
    }

    /** Check a directory; give it when nothing is wrong with its outside. */
    static ModelDirectory checked(Path directory) {
        ModelDirectory model = new ModelDirectory(directory.toAbsolutePath().normalize());
        try {
            model.check();
        } catch (IOException e) {
            throw new AdapterException("Vosk model " + model.directory + " cannot be read: " + e, e);
        }
        return model;
    }

    Path path() {
        return directory;
    }

    /** Tell whether the graph is built while running, so that it can be built from phrases. */
    boolean takesPhrases() {
        return !Files.exists(directory.resolve("graph/HCLG.fst"));
    }

    /**
     * Read the words that the library takes out of a file of their own; empty where they lie in the graph.
     *
     * @throws AdapterException when the file cannot be read
     */
    Set<String> words() {
        try {
            Path file = directory.resolve("graph/words.txt");
            if (graphHasWords() || !Files.exists(file)) {
                return Set.of();
            }
            try (Stream<String> lines = Files.lines(file)) {
                return lines.map(ModelDirectory::word).collect(Collectors.toSet());
            }
        } catch (IOException | UncheckedIOException e) {
            throw new AdapterException("Vosk model " + directory + ": graph/words.txt cannot be read: " + e, e);
        }
    }

    /** A line is a word, a blank, its number. */
    private static String word(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }

    private boolean graphHasWords() throws IOException {
        return checkFst(takesPhrases() ? "graph/Gr.fst" : "graph/HCLG.fst").hasWords();
    }

    /** Make an error about this model. */
    AdapterException error(String what) {
        return new AdapterException("Vosk model " + directory + ": " + what + CURE);
    }

    private void check() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw error(Files.exists(directory) ? "is a file, not a model's directory" : "no such directory");
        }
        checkAcousticModel();
        require("conf/mfcc.conf");
        // Without it the library aborts in the middle of the first pause.
        if (!Files.readString(require("conf/model.conf")).contains("--endpoint.silence-phones=")) {
            throw error("conf/model.conf lacks --endpoint.silence-phones");
        }
        if (Files.exists(directory.resolve("ivector/final.ie"))) {
            for (String file : IVECTOR) {
                require("ivector/" + file);
            }
        }
        checkGraph();
        Manifest.check(this);
    }

    private void checkAcousticModel() throws IOException {
        Path file = require("am/final.mdl");
        if (!Arrays.equals(FstHeader.firstBytes(file, ACOUSTIC_MODEL.length), ACOUSTIC_MODEL)) {
            throw error("am/final.mdl is not a binary Kaldi model");
        }
    }

    private void checkGraph() throws IOException {
        if (takesPhrases()) {
            checkFst("graph/HCLr.fst");
            if (!Files.exists(directory.resolve("graph/disambig_tid.int"))) {
                throw error("graph/disambig_tid.int is missing");
            }
        }
        if (!graphHasWords()) {
            require("graph/words.txt");
        }
    }

    private FstHeader checkFst(String name) throws IOException {
        Path file = require(name);
        try {
            FstHeader header = FstHeader.read(file);
            if (Files.size(file) < header.leastSize()) {
                throw error(name + " is cut off: " + Files.size(file) + " bytes of at least " + header.leastSize());
            }
            return header;
        } catch (FstHeader.MalformedException e) {
            throw error(name + " is not an OpenFst file: " + e.getMessage());
        }
    }

    private Path require(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw error(name + " is missing");
        }
        if (Files.size(file) == 0) {
            throw error(name + " is empty");
        }
        return file;
    }
}
