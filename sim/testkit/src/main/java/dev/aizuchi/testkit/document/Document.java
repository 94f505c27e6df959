package dev.aizuchi.testkit.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.testkit.document.Places.Place;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Hold a file as it was written, where each part of it stands, and what was found to be wrong with it. */
public final class Document {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final ObjectNode root;
    private final String source;
    private final Places places;
    private final SortedSet<Problem> problems;

    private Document(ObjectNode root, String source, Places places, SortedSet<Problem> problems) {
        this.root = root;
        this.source = source;
        this.places = places;
        this.problems = problems;
    }

    /** Read a text; one that is no YAML, or no keys with values, gives an empty document with this problem. */
    public static Document read(String yaml, String source) {
        Document empty = new Document(MAPPER.createObjectNode(), source, new Places(), new TreeSet<>(Problem.IN_ORDER));
        try {
            JsonNode root = MAPPER.readTree(yaml);
            if (root instanceof ObjectNode object) {
                empty.places.learn(root, source, KeyLines.of(MAPPER, yaml));
                return new Document(object, source, empty.places, empty.problems);
            }
            empty.problems.add(new Problem(source, 1, 1, "needs keys with values; it begins with name: and turns:"));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            empty.problems.add(new Problem(source, line, column, "not YAML: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return empty;
    }

    /** Give the whole of it. */
    public Part root() {
        return new Part(this, root, root, "");
    }

    /** Name the file. */
    public String source() {
        return source;
    }

    /** List what is wrong, in the order of the lines. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    ObjectNode content() {
        return root;
    }

    Places places() {
        return places;
    }

    /** Give the same document with other content; where it stands and what is wrong with it is shared. */
    Document with(ObjectNode content) {
        return new Document(content, source, places, problems);
    }

    /** Take another document's knowledge of places, and what is wrong with it. */
    void adopt(Document other) {
        places.learn(other.places);
        problems.addAll(other.problems);
    }

    int line(JsonNode node, JsonNode container, String key) {
        return (node.isContainerNode() ? places.of(node) : places.of(container, key)).line();
    }

    /** Note what is wrong with a key of a container, or with the container itself where it is one. */
    void problem(JsonNode node, JsonNode container, String key, String message) {
        Place place = node.isContainerNode() ? places.of(node) : places.of(container, key);
        add(place, message);
    }

    /** Note what is wrong with a key, where the key itself stands. */
    void problem(JsonNode container, String key, String message) {
        add(places.of(container, key), message);
    }

    private void add(Place place, String message) {
        problems.add(
                new Problem(place.source().isEmpty() ? source : place.source(), place.line(), place.column(), message));
    }
}
