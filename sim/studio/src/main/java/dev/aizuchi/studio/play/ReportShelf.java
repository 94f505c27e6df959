package dev.aizuchi.studio.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** List the reports that {@code scenario run --report} has written below a folder, newest first. */
public final class ReportShelf {
    private static final String SUMMARY = "summary.json";
    private static final String PAGE = "index.html";
    private static final int DEPTH = 4;

    private final Path folder;
    private final ObjectMapper mapper = new ObjectMapper();

    /** Take the folder below which reports lie; it need not be there yet. */
    public ReportShelf(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Give all: {@code name}, {@code changed} in milliseconds of the epoch, and the summary without its runs. */
    public ObjectNode list() throws IOException {
        ObjectNode json = mapper.createObjectNode().put("folder", folder.toString());
        ArrayNode list = json.putArray("reports");
        for (Path report : reports()) {
            ObjectNode row = list.addObject().put("name", name(report));
            row.put("changed", changed(report));
            JsonNode summary = read(report);
            row.set("runs_right", summary.path("runs_right"));
            row.set("runs_of", summary.path("runs_of"));
            row.set("simulated_s", summary.path("simulated_s"));
            row.set("tags", summary.path("tags"));
        }
        return json;
    }

    /**
     * Give the page of one that is listed: a name that is not listed leads nowhere.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public String page(String name) throws IOException {
        for (Path report : reports()) {
            if (name(report).equals(name)) {
                return Files.readString(report.resolve(PAGE));
            }
        }
        throw new IllegalArgumentException("there is no report " + name + " below " + folder);
    }

    private List<Path> reports() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found =
                Files.find(folder, DEPTH, (path, kind) -> kind.isRegularFile() && path.endsWith(SUMMARY))) {
            return found.map(file -> folder.resolve(file).resolveSibling(""))
                    .filter(report -> Files.isRegularFile(report.resolve(PAGE)))
                    .sorted(Comparator.comparingLong(ReportShelf::changed)
                            .reversed()
                            .thenComparing(report -> report))
                    .toList();
        }
    }

    private String name(Path report) {
        String name = folder.relativize(report).toString();
        return name.isEmpty() ? "." : name;
    }

    private JsonNode read(Path report) {
        try {
            return mapper.readTree(report.resolve(SUMMARY).toFile());
        } catch (IOException e) {
            // Half written, or another's file: it is listed without figures.
            return mapper.createObjectNode();
        }
    }

    private static long changed(Path report) {
        return report.resolve(SUMMARY).toFile().lastModified();
    }
}
