package dev.aizuchi.documents;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads all documents of a folder and those below it; what is no document is left alone. */
final class Documents {
    private static final long MOST_BYTES = 20_000_000;
    private static final Pattern BLANK_LINES = Pattern.compile("\\R\\s*\\R");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Documents() {}

    /**
     * Read a folder.
     *
     * @throws AdapterException when it or a document in it cannot be read, or none says anything; names the file
     */
    static List<Statement> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AdapterException(
                    "no folder " + folder + "; put the site's documents there (.md, .csv, .txt, .pdf)");
        }
        List<Statement> statements = new ArrayList<>();
        files(folder).forEach(file -> statements.addAll(readFile(file)));
        if (statements.isEmpty()) {
            throw new AdapterException(
                    "no document says anything in " + folder + "; put .md, .csv, .txt or .pdf there");
        }
        return statements;
    }

    /** Tell what is wrong with each document that cannot be read, or says nothing, by its path. */
    static Map<Path, String> faults(Path folder) {
        Map<Path, String> faults = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            if (file.getFileName().toString().startsWith(".")) {
                continue;
            }
            try {
                if (readFile(file).isEmpty()) {
                    faults.put(file, file + " says nothing; write sentences into it, as .md, .csv, .txt or .pdf");
                }
            } catch (AdapterException e) {
                faults.put(file, String.valueOf(e.getMessage()));
            }
        }
        return faults;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new AdapterException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Statement> readFile(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try {
            if (!List.of("md", "csv", "txt", "pdf").contains(ending)) {
                return List.of();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new AdapterException(file + " is larger than 20 MB; leave out its pictures or split it");
            }
            Writing writing = new Writing(name.substring(0, name.length() - ending.length() - 1), changed(file));
            switch (ending) {
                case "md" -> MarkdownDocument.read(text(file), writing);
                case "csv" -> table(text(file), writing);
                case "pdf" -> plain(pdf(file), writing);
                default -> plain(text(file), writing);
            }
            return writing.statements();
        } catch (CharacterCodingException e) {
            throw new AdapterException(file + " is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new AdapterException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String changed(Path file) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneId.systemDefault())
                .toString();
    }

    private static void table(String text, Writing writing) throws IOException {
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        try (MappingIterator<String[]> lines = mapper.readerFor(String[].class).readValues(text)) {
            List<List<String>> rows = new ArrayList<>();
            lines.forEachRemaining(line -> rows.add(Arrays.asList(line)));
            if (!rows.isEmpty()) {
                Rows.sentences(rows.get(0), rows.subList(1, rows.size())).forEach(writing::statement);
            }
        }
    }

    /** Paragraphs are parted by blank lines; a short first line without a full stop is the title. */
    private static void plain(String text, Writing writing) {
        List<String> paragraphs = BLANK_LINES
                .splitAsStream(text.strip())
                .map(paragraph -> String.join(
                        "", LINE.splitAsStream(paragraph).map(String::strip).toList()))
                .toList();
        boolean titled = paragraphs.size() > 1
                && paragraphs.get(0).length() <= 40
                && !paragraphs.get(0).endsWith("。");
        if (titled) {
            writing.title(paragraphs.get(0));
        }
        paragraphs.stream().skip(titled ? 1 : 0).forEach(writing::paragraph);
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
