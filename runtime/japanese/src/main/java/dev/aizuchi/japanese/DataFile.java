package dev.aizuchi.japanese;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Hold a language resource: UTF-8 lines under {@code [section]} heads, columns parted by tabs, {@code #} begins a
 * comment line.
 *
 * <p>Read once in a process, and kept as long as the class that it lies beside; immutable, and callable from any
 * thread.
 */
public final class DataFile {
    private static final ClassValue<Map<String, DataFile>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, DataFile> computeValue(Class<?> beside) {
            return new ConcurrentHashMap<>();
        }
    };

    private final String name;
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private DataFile(String name) {
        this.name = name;
    }

    static DataFile read(String name) {
        return read(DataFile.class, name);
    }

    /**
     * Read a resource that lies beside a class.
     *
     * @throws IllegalStateException when the jar lacks it: the package is whole or the build is broken
     */
    public static DataFile read(Class<?> beside, String name) {
        return KNOWN.get(beside).computeIfAbsent(name, none -> readNow(beside, name));
    }

    private static DataFile readNow(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            DataFile file = new DataFile(name);
            file.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give the lines of a section in order. */
    public List<String> lines(String section) {
        List<String> lines = sections.get(section);
        if (lines == null) {
            throw new IllegalStateException(name + " has no [" + section + "]");
        }
        return lines;
    }

    /**
     * Give the lines of a section in columns.
     *
     * @param columns how many; missing ones at the end are empty
     */
    public List<List<String>> rows(String section, int columns) {
        return lines(section).stream().map(line -> row(line, columns)).toList();
    }

    /** Give an expression that any line of a section matches. */
    public Pattern pattern(String section) {
        return patterns.computeIfAbsent(section, this::compiled);
    }

    private Pattern compiled(String section) {
        List<String> lines = lines(section);
        if (lines.isEmpty()) {
            throw new IllegalStateException(name + ": [" + section + "] is empty and would match anything");
        }
        return Pattern.compile("(?:" + String.join("|", lines) + ")");
    }

    /** Give the heads in order. */
    public List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    private List<String> row(String line, int columns) {
        List<String> row = new ArrayList<>(List.of(line.split("\t", -1)));
        if (row.size() > columns) {
            throw new IllegalStateException(name + ": more than " + columns + " columns: " + line);
        }
        while (row.size() < columns) {
            row.add("");
        }
        return List.copyOf(row);
    }

    private void parse(String text) {
        List<String> current = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1), head -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        sections.replaceAll((head, lines) -> List.copyOf(lines));
    }
}
