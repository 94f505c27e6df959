package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hold where Open JTalk's program, dictionary and voice are. */
record OpenJTalkFiles(Path program, Path dictionary, Path voice, boolean temporaryVoice) {
    private static final String CURE =
            "install it with: sudo apt install open-jtalk open-jtalk-mecab-naist-jdic (macOS: brew install open-jtalk)";
    private static final String MEI = "mei_normal.htsvoice";

    /**
     * Find what the settings leave open.
     *
     * @throws AdapterException naming what is missing
     */
    static OpenJTalkFiles find(OpenJTalkProvider.Settings settings) {
        return find(settings, programs(System.getenv("PATH")), dictionaries());
    }

    static OpenJTalkFiles find(OpenJTalkProvider.Settings settings, List<Path> programs, List<Path> dictionaries) {
        Path program = choose("program open_jtalk", settings.program(), programs, Files::isExecutable);
        // Any dictionary has this file; a directory without it makes the program end without a word.
        Path dictionary = choose(
                "dictionary of Open JTalk",
                settings.dictionary(),
                dictionaries,
                directory -> Files.isReadable(directory.resolve("sys.dic")));
        Path voice = settings.voice();
        if (voice == null) {
            return new OpenJTalkFiles(program, dictionary, unpackMei(), true);
        }
        if (!Files.isReadable(voice)) {
            throw new AdapterException("no voice file " + voice + "; give an .htsvoice file or leave voice out");
        }
        return new OpenJTalkFiles(program, dictionary, voice, false);
    }

    private static Path choose(String what, @Nullable Path set, List<Path> usual, Predicate<Path> fits) {
        if (set != null) {
            if (!fits.test(set)) {
                throw new AdapterException("no " + what + " at " + set + "; correct the path or " + CURE);
            }
            return set;
        }
        return usual.stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new AdapterException("no " + what + " found; " + CURE));
    }

    private static List<Path> programs(@Nullable String path) {
        List<Path> programs = new ArrayList<>();
        if (path != null) {
            for (String directory : path.split(File.pathSeparator, -1)) {
                if (!directory.isEmpty()) {
                    programs.add(Path.of(directory, "open_jtalk"));
                }
            }
        }
        for (String directory : List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
            programs.add(Path.of(directory, "open_jtalk"));
        }
        return programs;
    }

    private static List<Path> dictionaries() {
        return List.of(
                Path.of("/var/lib/mecab/dic/open-jtalk/naist-jdic"),
                Path.of("/usr/local/share/open_jtalk/dic"),
                Path.of("/usr/local/opt/open-jtalk/dic"),
                Path.of("/opt/homebrew/opt/open-jtalk/dic"));
    }

    /** The program reads voices from files alone. */
    private static Path unpackMei() {
        try (InputStream in =
                Objects.requireNonNull(OpenJTalkFiles.class.getResourceAsStream(MEI), "the jar lacks " + MEI)) {
            Path file = Files.createTempFile("aizuchi-", ".htsvoice");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new AdapterException("the voice Mei cannot be unpacked; free room in the temporary directory", e);
        }
    }
}
