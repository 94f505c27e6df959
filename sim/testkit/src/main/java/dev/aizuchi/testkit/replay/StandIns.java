package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.mask.Masked;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.PersonalDataKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Put invented names and numbers in the place of true ones, the same for the same throughout, so that what was said can
 * be said again without telling of whom.
 *
 * <p>A journal that was masked when it was written gets them for its placeholders.
 */
final class StandIns {
    private static final DataFile INVENTED = DataFile.read(StandIns.class, "stand-ins.txt");
    private static final Pattern PLACEHOLDER = Pattern.compile("〔("
            + String.join(
                    "|",
                    Stream.of(PersonalDataKind.values())
                            .map(PersonalDataKind::label)
                            .toList())
            + ")([0-9]+)〕");

    private final Masker masker = new Masker();
    private final Set<String> kept;
    /** Longest first: a whole name is replaced before its surname. */
    private final Map<String, String> standIns =
            new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<PersonalDataKind, Integer> used = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    /**
     * Take what stays as it is.
     *
     * @param kept names that are no person's who was there: those of the simulated floor and of the site's directory
     */
    StandIns(Set<String> kept) {
        this.kept = Set.copyOf(kept);
    }

    /** Find what needs one in what was said by anyone. */
    void read(List<JsonNode> events) {
        List<String> texts =
                events.stream().map(event -> event.path("text").asText()).toList();
        said.addAll(texts);
        texts.forEach(this::read);
    }

    /** Give the same with stand-ins in all its texts. */
    JsonNode replace(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(replace(node.asText()));
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            node.properties().forEach(field -> object.set(field.getKey(), replace(field.getValue())));
        } else if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replace(array.get(i)));
            }
        }
        return copy;
    }

    /** Give how many were needed. */
    int size() {
        return standIns.size();
    }

    private void read(String text) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            kind(placeholder.group(1)).ifPresent(kind -> invent(placeholder.group(), kind));
        }
        Masked masked = masker.mask(text);
        masked.found().forEach(data -> {
            String words = text.substring(data.start(), data.end());
            if (!kept.contains(words)) {
                invent(words, data.kind());
            }
        });
    }

    private static Optional<PersonalDataKind> kind(String label) {
        return Stream.of(PersonalDataKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    private void invent(String words, PersonalDataKind kind) {
        if (!standIns.containsKey(words)) {
            standIns.put(words, next(kind));
        }
    }

    /** Take the next one that nobody has said or is called. */
    private String next(PersonalDataKind kind) {
        List<String> lines = INVENTED.lines(kind.wireName());
        int first = used.getOrDefault(kind, 0);
        for (int i = first; i < lines.size(); i++) {
            String invented = lines.get(i);
            if (!kept.contains(invented) && said.stream().noneMatch(text -> text.contains(invented))) {
                used.put(kind, i + 1);
                return invented;
            }
        }
        used.put(kind, first + 1);
        return lines.get(0).replaceAll("[0-9]+$", "") + (first + 1);
    }

    private String replace(String text) {
        String replaced = text;
        StringBuilder done = new StringBuilder();
        // In one pass, so that no stand-in is itself replaced.
        for (int at = 0; at < replaced.length(); ) {
            String rest = replaced.substring(at);
            String hit = standIns.keySet().stream()
                    .filter(rest::startsWith)
                    .findFirst()
                    .orElse("");
            done.append(hit.isEmpty() ? rest.substring(0, 1) : standIns.getOrDefault(hit, ""));
            at += Math.max(1, hit.length());
        }
        return done.toString();
    }
}
