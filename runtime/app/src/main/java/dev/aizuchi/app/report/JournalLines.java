package dev.aizuchi.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Read a journal line by line: one file, or the files of a directory, the oldest first. Not for several threads. */
public final class JournalLines {
    private static final Pattern FILE = Pattern.compile("journal(?:\\.(\\d+))?\\.jsonl");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Consumer<String> problems;
    private int leftOut;

    /** Take who is told of lines that are left out. */
    public JournalLines(Consumer<String> problems) {
        this.problems = problems;
    }

    /** Give the number of lines that could not be read. */
    int leftOut() {
        return leftOut;
    }

    /**
     * Give each event to a reader; what is no event is told of and left out.
     *
     * @param reader throws IllegalArgumentException when an event lacks what it needs
     */
    public void read(Path journal, Consumer<JsonNode> reader) throws IOException {
        for (Path file : files(journal)) {
            // Not as strict as Files.newBufferedReader: a line may be broken off within a character.
            try (BufferedReader in =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                int number = 0;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    number++;
                    if (!line.isBlank()) {
                        read(line, file + ":" + number, reader);
                    }
                }
            }
        }
    }

    private void read(String line, String where, Consumer<JsonNode> reader) {
        try {
            JsonNode event = mapper.readTree(line);
            if (!event.path("event").isTextual()) {
                throw new IllegalArgumentException("it has no \"event\"");
            }
            reader.accept(event);
        } catch (JsonProcessingException e) {
            leftOut(where, "it is not whole JSON");
        } catch (IllegalArgumentException e) {
            leftOut(where, String.valueOf(e.getMessage()));
        }
    }

    private void leftOut(String where, String why) {
        leftOut++;
        problems.accept(where + ": left out: " + why);
    }

    private static List<Path> files(Path journal) throws IOException {
        if (!Files.isDirectory(journal)) {
            return List.of(journal);
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(journal)) {
            all.filter(file -> age(file) >= 0)
                    .sorted(Comparator.comparingInt(JournalLines::age).reversed())
                    .forEach(files::add);
        }
        if (files.isEmpty()) {
            throw new IOException("there is no journal.jsonl in it");
        }
        return files;
    }

    /** Give 0 for the file that is being written, more for older ones, -1 for what is none. */
    private static int age(Path file) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return -1;
        }
        return name.group(1) == null ? 0 : Integer.parseInt(name.group(1));
    }
}
