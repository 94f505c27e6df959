package dev.aizuchi.models;

import dev.aizuchi.models.Verification.FileCheck;
import dev.aizuchi.models.Verification.Finding;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Check the folder of one model. */
final class ModelFolder {
    /** What the store knows of a model it has fetched; shipped models and those put there by hand have none. */
    private static final String RECORD = "MODEL.properties";

    private static final Set<String> OWN_FILES = Set.of(RECORD, Checksums.FILE, Checksums.SIGNATURE);

    private final String id;
    private final Path path;

    ModelFolder(String id, Path path) {
        this.id = id;
        this.path = path;
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Check names and the sum of all lengths, without reading the files: quick enough for every start. */
    boolean looksIntact() {
        try {
            Map<String, String> sums = Checksums.read(path);
            if (sums.isEmpty()) {
                return exists() && !isFetched() && !names().isEmpty();
            }
            return isFetched()
                    ? Long.toString(length(sums.keySet())).equals(record().getProperty("bytes"))
                    : exist(sums.keySet());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Read and hash every file. */
    Verification verify() {
        SortedMap<String, Finding> findings = new TreeMap<>();
        try {
            names().forEach(name -> findings.put(name, Finding.UNKNOWN));
            Map<String, String> sums = Checksums.read(path);
            if (sums.isEmpty() && isFetched()) {
                findings.put(Checksums.FILE, Finding.MISSING);
            }
            for (Map.Entry<String, String> sum : sums.entrySet()) {
                findings.put(sum.getKey(), finding(SafePath.below(path, sum.getKey()), sum.getValue()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException("model " + id + ": " + path + " cannot be checked: " + Reasons.of(e), e);
        }
        return new Verification(
                id,
                path,
                findings.entrySet().stream()
                        .map(found -> new FileCheck(found.getKey(), found.getValue()))
                        .toList());
    }

    private static Finding finding(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Finding.MISSING;
        }
        return Checksums.sha256(file).equals(sha256) ? Finding.INTACT : Finding.CHANGED;
    }

    /** Say whether what the entry names now is what was fetched; models without a record are taken as they are. */
    boolean isOf(ModelEntry entry) throws IOException {
        return !isFetched() || record().getProperty("sources", "").equals(sources(entry));
    }

    private static String sources(ModelEntry entry) {
        return entry.downloads().stream().map(it -> it.url().toString()).collect(Collectors.joining(" "));
    }

    /** Write the sums, and a record with licence and credit for whoever finds the folder. */
    void seal(ModelEntry entry) throws IOException {
        List<String> names = names();
        Checksums.write(path, names);
        List<String> record = new ArrayList<>();
        record.add(line("id", entry.id()));
        record.add(line("title", entry.title()));
        record.add(line("licence", entry.licence()));
        record.add(line("licence-url", entry.licenceUrl().toString()));
        record.add(line("credit", entry.credit()));
        record.add(line("sources", sources(entry)));
        record.add(line("bytes", Long.toString(length(names))));
        Files.write(path.resolve(RECORD), record, StandardCharsets.UTF_8);
    }

    private static String line(String key, String value) {
        return key + " = " + value.replace("\\", "\\\\").replaceAll("\\R", " ");
    }

    private boolean isFetched() {
        return Files.exists(path.resolve(RECORD));
    }

    private Properties record() throws IOException {
        Properties record = new Properties();
        try (Reader in = Files.newBufferedReader(path.resolve(RECORD), StandardCharsets.UTF_8)) {
            record.load(in);
        }
        return record;
    }

    private boolean exist(Iterable<String> names) {
        for (String name : names) {
            if (!Files.isRegularFile(SafePath.below(path, name))) {
                return false;
            }
        }
        return true;
    }

    private long length(Iterable<String> names) throws IOException {
        long bytes = 0;
        for (String name : names) {
            bytes += Files.size(SafePath.below(path, name));
        }
        return bytes;
    }

    /** Give the model's own files, relative, with slashes, sorted. */
    private List<String> names() throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !OWN_FILES.contains(name))
                    .sorted()
                    .toList();
        }
    }
}
