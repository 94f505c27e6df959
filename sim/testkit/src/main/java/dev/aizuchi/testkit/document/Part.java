package dev.aizuchi.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Read one part of a document. What cannot be read is noted as the document's problem and gives the usual value, so
 * that reading goes on and finds the next.
 */
public final class Part {
    private final Document document;
    private final JsonNode node;
    private final JsonNode container;
    private final String key;

    Part(Document document, JsonNode node, JsonNode container, String key) {
        this.document = document;
        this.node = node;
        this.container = container;
        this.key = key;
    }

    /** Give what is below a key; an empty part where it is missing. */
    public Part at(String below) {
        return new Part(document, node.path(below), node, below);
    }

    /** Tell whether a key is there. */
    public boolean has(String below) {
        return node.has(below);
    }

    /** Tell whether there is nothing here. */
    public boolean isMissing() {
        return node.isMissingNode();
    }

    /** Tell whether this is a list or keys with values. */
    public boolean isContainer() {
        return node.isContainerNode();
    }

    /** Give the text of what is here, "" for nothing. */
    public String text() {
        return node.isNull() ? "" : node.asText();
    }

    /** Give the number; NaN where it is none, which the schema tells. */
    public double number() {
        return node.asDouble(Double.NaN);
    }

    /** Give the text below a key. */
    public String text(String below, String usual) {
        return node.path(below).asText(usual);
    }

    /** Give the text below a key, where there is one. */
    public Optional<String> find(String below) {
        return node.hasNonNull(below) ? Optional.of(node.get(below).asText()) : Optional.empty();
    }

    /** Give the number below a key. */
    public double number(String below, double usual) {
        return node.path(below).asDouble(usual);
    }

    /** Give the yes or no below a key. */
    public boolean flag(String below, boolean usual) {
        return node.path(below).asBoolean(usual);
    }

    /** Give how long something takes, below a key. */
    public Optional<Duration> duration(String below) {
        return has(below) ? at(below).duration() : Optional.empty();
    }

    /** Give how long something takes; what is no duration is noted as wrong. */
    public Optional<Duration> duration() {
        try {
            return Optional.of(Duration.parse(text()));
        } catch (DateTimeParseException e) {
            wrong(text() + " is no duration; write PT2S for two seconds");
            return Optional.empty();
        }
    }

    /** Give the items of the list below a key; a single value counts as a list of one. */
    public List<Part> list(String below) {
        JsonNode list = node.path(below);
        if (!list.isArray()) {
            return list.isMissingNode() ? List.of() : List.of(at(below));
        }
        List<Part> items = new ArrayList<>();
        for (JsonNode item : list) {
            items.add(new Part(document, item, list, String.valueOf(items.size())));
        }
        return items;
    }

    /** Give the texts of the list below a key. */
    public List<String> texts(String below) {
        return list(below).stream().map(Part::text).toList();
    }

    /** Give the keys here with what is below them, in the order in which they were written. */
    public Map<String, Part> entries() {
        Map<String, Part> entries = new LinkedHashMap<>();
        node.properties().forEach(each -> entries.put(each.getKey(), at(each.getKey())));
        return entries;
    }

    /** Give the keys here. */
    public Set<String> keys() {
        return entries().keySet();
    }

    /** Give what was written, for who reads it in another way. */
    public JsonNode written() {
        return node;
    }

    /** Give the line where it was written, from 1. */
    public int line() {
        return document.line(node, container, key);
    }

    /** Note that something is wrong here. */
    public void wrong(String message) {
        document.problem(node, container, key, message);
    }
}
