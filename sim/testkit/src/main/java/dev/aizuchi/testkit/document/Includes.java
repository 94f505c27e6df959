package dev.aizuchi.testkit.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Put the parts in that a document includes: {@code include: FILE} at its top fills up what it does not say itself, and
 * as an item of its list of steps stands for the steps of that file.
 */
public final class Includes {
    private static final String KEY = "include";

    private final String steps;
    private final Deque<Path> open = new ArrayDeque<>();

    private Includes(String steps) {
        this.steps = steps;
    }

    /**
     * Put all parts in; what cannot be is a problem of the document.
     *
     * @param file where the document was read from; files are named from there
     * @param steps the key of the list of steps
     */
    public static void resolve(Document document, Path file, String steps) {
        new Includes(steps).resolve(document, file);
    }

    private void resolve(Document document, Path file) {
        open.push(file.toAbsolutePath().normalize());
        ObjectNode root = document.content();
        for (Part name : document.root().list(KEY)) {
            load(document, name, file).ifPresent(part -> fillUp(root, part.content(), document));
        }
        root.remove(KEY);
        if (root.get(steps) instanceof ArrayNode list) {
            spliceSteps(document, list, file);
        }
        open.pop();
    }

    private void spliceSteps(Document document, ArrayNode list, Path file) {
        ArrayNode spliced = list.arrayNode();
        document.places().same(spliced, list);
        for (Part item : document.root().list(steps)) {
            if (!item.has(KEY)) {
                spliced.add(item.written());
                continue;
            }
            if (item.keys().size() > 1) {
                item.wrong("an item with include has no other key");
            }
            load(document, item.at(KEY), file)
                    .ifPresent(part -> part.content().path(steps).forEach(spliced::add));
        }
        document.content().set(steps, spliced);
    }

    private Optional<Document> load(Document into, Part name, Path file) {
        Path path = file.resolveSibling(name.text());
        if (open.contains(path.toAbsolutePath().normalize())) {
            name.wrong(name.text() + " includes itself; take one of the includes out");
            return Optional.empty();
        }
        try {
            Document part = Document.read(Files.readString(path), path.toString());
            resolve(part, path);
            into.adopt(part);
            return Optional.of(part);
        } catch (IOException e) {
            name.wrong("cannot read " + path + "; files are named from where this one lies");
            return Optional.empty();
        }
    }

    private void fillUp(ObjectNode into, JsonNode from, Document document) {
        for (Map.Entry<String, JsonNode> each : List.copyOf(from.properties())) {
            JsonNode own = into.get(each.getKey());
            if (own == null) {
                into.set(each.getKey(), each.getValue());
                document.places().taken(into, from, each.getKey());
            } else if (own instanceof ObjectNode object && each.getValue().isObject()) {
                fillUp(object, each.getValue(), document);
            }
        }
    }
}
