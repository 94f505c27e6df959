package dev.aizuchi.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Carry the files of a suite to where it is played: a machine needs none of its own. */
public final class SuiteFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MAX_BYTES = 64_000_000;

    private final List<Root> roots;

    /**
     * Hold a file, or a folder with all that lies in it.
     *
     * @param named the path as it was written
     * @param texts by the path below it; the file itself by ""
     */
    record Root(String named, Map<String, String> texts) {
        Root {
            texts = Map.copyOf(texts);
        }
    }

    private SuiteFiles(List<Root> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * Read files, and folders with all YAML in them.
     *
     * @throws ClusterException when one cannot be read
     */
    public static SuiteFiles of(List<Path> paths) {
        List<Root> roots = new ArrayList<>();
        long bytes = 0;
        for (Path path : paths) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : yaml(path)) {
                String text = text(file);
                bytes += text.length();
                texts.put(path.relativize(file).toString().replace('\\', '/'), text);
            }
            roots.add(new Root(path.toString(), texts));
        }
        if (bytes > MAX_BYTES) {
            throw new ClusterException("the scenarios have " + bytes + " characters; a suite for machines may have "
                    + MAX_BYTES + ": name the folders that are to be played");
        }
        return new SuiteFiles(roots);
    }

    private static List<Path> yaml(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || file.toString().endsWith(".yaml"))
                    .toList();
        } catch (IOException e) {
            throw new ClusterException("cannot read scenarios in " + path + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ClusterException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    String toJson() {
        try {
            return MAPPER.writeValueAsString(roots);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    static SuiteFiles fromJson(String json) throws IOException {
        return new SuiteFiles(List.of(MAPPER.readValue(json, Root[].class)));
    }

    /**
     * Write all below a folder.
     *
     * @return the same paths that the suite was made from, there
     * @throws IOException when it cannot be written, or would leave the folder
     */
    List<Path> unpack(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            Path root = at(folder, i);
            for (Map.Entry<String, String> text : roots.get(i).texts().entrySet()) {
                Path file = text.getKey().isEmpty()
                        ? root
                        : root.resolve(text.getKey()).normalize();
                if (!file.startsWith(root)) {
                    throw new IOException(text.getKey() + " leads out of the suite");
                }
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, text.getValue());
            }
            paths.add(root);
        }
        return paths;
    }

    /** Name in a text the files as they were named where the suite was made. */
    String named(String text, Path folder) {
        String named = text;
        for (int i = 0; i < roots.size(); i++) {
            named = named.replace(at(folder, i).toString(), roots.get(i).named());
        }
        return named;
    }

    private static Path at(Path folder, int root) {
        // Fixed width and a suffix that the reader takes, so that no path begins another one.
        return folder.resolve(String.format(Locale.ROOT, "%06d.yaml", root));
    }
}
