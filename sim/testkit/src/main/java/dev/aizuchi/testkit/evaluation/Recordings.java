package dev.aizuchi.testkit.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Read a folder of WAV files with their transcripts.
 *
 * <p>{@code transcripts.tsv} (or the folder's only {@code .tsv}) has a line for each file: its name, with or without
 * {@code .wav}, a tab, and what is said. With a head line ({@code file}, {@code text} and others) there may be a column
 * {@code reading} in kana, and any more columns, such as {@code voice} or {@code snr}, by which the figures are split.
 */
public final class Recordings {
    private static final Set<String> FILE = Set.of("file", "path", "wav", "audio", "id", "name");
    private static final Set<String> TEXT = Set.of("text", "transcript", "sentence", "transcription");
    private static final Set<String> READING = Set.of("reading", "kana");

    private Recordings() {}

    /**
     * Name one recording.
     *
     * @param file the WAV file
     * @param text what is said
     * @param reading how it is said, in kana; empty where the transcript does not tell
     * @param tags by what the figures are split, by column
     */
    public record Recording(Path file, String text, Optional<String> reading, Map<String, String> tags) {
        /** Copies the tags. */
        public Recording {
            tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        }
    }

    /**
     * Read the transcripts of a folder.
     *
     * @throws EvaluationException when there is no transcript, or a line of it has no text; names file and line
     */
    public static List<Recording> in(Path folder) {
        Path transcripts = transcripts(folder);
        List<String> lines;
        try {
            lines = Files.readAllLines(transcripts);
        } catch (CharacterCodingException e) {
            throw new EvaluationException(transcripts + ": not UTF-8 text", e);
        } catch (IOException e) {
            throw new EvaluationException(transcripts + ": cannot be read: " + e, e);
        }
        List<Recording> recordings = new ArrayList<>();
        List<String> columns = List.of("file", "text");
        for (int i = 0; i < lines.size(); i++) {
            // A byte-order mark is what spreadsheets leave.
            List<String> cells = List.of(lines.get(i).replace("\uFEFF", "").split("\t", -1));
            if (i == 0 && FILE.contains(cells.get(0).toLowerCase(Locale.ROOT))) {
                columns = cells.stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                        .toList();
            } else if (!lines.get(i).isBlank()) {
                recordings.add(recording(folder, transcripts + ":" + (i + 1), columns, cells));
            }
        }
        if (recordings.isEmpty()) {
            throw new EvaluationException(transcripts + ": has no recordings; write lines of FILE, tab, TEXT");
        }
        return recordings;
    }

    private static Path transcripts(Path folder) {
        Path usual = folder.resolve("transcripts.tsv");
        if (Files.isRegularFile(usual)) {
            return usual;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".tsv")).toList();
            if (tables.size() == 1) {
                return tables.get(0);
            }
            throw new EvaluationException(folder + ": has " + (tables.isEmpty() ? "no" : "several")
                    + " .tsv; name one transcripts.tsv," + " with lines of FILE, tab, TEXT");
        } catch (IOException e) {
            throw new EvaluationException(folder + ": is no folder that can be read", e);
        }
    }

    private static Recording recording(Path folder, String where, List<String> columns, List<String> cells) {
        Path file = folder;
        String text = "";
        Optional<String> reading = Optional.empty();
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            if (FILE.contains(columns.get(i)) && file.equals(folder)) {
                file = wav(folder, cell);
            } else if (TEXT.contains(columns.get(i))) {
                text = cell;
            } else if (READING.contains(columns.get(i))) {
                reading = Optional.of(cell).filter(kana -> !kana.isEmpty());
            } else if (!cell.isEmpty()) {
                tags.put(columns.get(i), cell);
            }
        }
        if (text.isEmpty()) {
            throw new EvaluationException(where + ": has no text; write FILE, tab, TEXT");
        }
        return new Recording(file, text, reading, tags);
    }

    private static Path wav(Path folder, String name) {
        Path given = folder.resolve(name);
        return Files.exists(given) || name.toLowerCase(Locale.ROOT).endsWith(".wav")
                ? given
                : folder.resolve(name + ".wav");
    }
}
