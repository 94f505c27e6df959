package dev.aizuchi.testkit.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Read utterances with the intents that they have.
 *
 * <p>Three layouts are told apart by what stands in the file: lines of text, tab, intent (with or without a head line);
 * JSON lines with {@code text} or {@code utterance} or {@code utt}, and {@code intent} or {@code label}; and blocks of
 * {@code # text: …}, {@code # intent: …} and token lines, as CoNLL and xSID have them.
 */
public final class Utterances {
    private static final List<String> TEXTS = List.of("text", "utterance", "utt", "sentence");
    private static final List<String> INTENTS = List.of("intent", "label", "class");
    /** How public sets call an utterance that belongs to no intent. */
    private static final Set<String> NO_INTENT =
            Set.of("", "ood", "oos", "none", "out_of_scope", "out-of-scope", "out_of_domain", "null");

    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper();

    private Utterances(Path file) {
        this.file = file;
    }

    /**
     * Name one utterance.
     *
     * @param intent empty for one that belongs to no intent, which the files call {@code ood}, {@code oos} or
     *     {@code none}
     */
    public record Utterance(String text, Optional<String> intent) {}

    /**
     * Read a file.
     *
     * @throws EvaluationException when a line cannot be read; names file and line
     */
    public static List<Utterance> in(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    // A byte-order mark is what spreadsheets leave.
                    .map(line -> line.replace("\uFEFF", ""))
                    .toList();
            List<Utterance> utterances = new Utterances(file).read(lines);
            if (utterances.isEmpty()) {
                throw new EvaluationException(file + ": has no utterances; write lines of TEXT, tab, INTENT");
            }
            return utterances;
        } catch (CharacterCodingException e) {
            throw new EvaluationException(file + ": not UTF-8 text", e);
        } catch (IOException e) {
            throw new EvaluationException(file + ": cannot be read: " + e, e);
        }
    }

    private List<Utterance> read(List<String> lines) {
        String first =
                lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (first.startsWith("{")) {
            return json(lines);
        }
        return first.startsWith("# ") || first.startsWith("#\t") ? blocks(lines) : table(lines);
    }

    private List<Utterance> table(List<String> lines) {
        List<Utterance> utterances = new ArrayList<>();
        int text = 0;
        int intent = 1;
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = List.of(lines.get(i).split("\t", -1));
            List<String> small = cells.stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .toList();
            if (i == 0 && !disjoint(small, TEXTS) && !disjoint(small, INTENTS)) {
                text = column(small, TEXTS);
                intent = column(small, INTENTS);
            } else if (!lines.get(i).isBlank()) {
                if (cells.size() <= Math.max(text, intent)) {
                    throw new EvaluationException(where(i) + "has no intent; write TEXT, tab, INTENT");
                }
                utterances.add(utterance(cells.get(text), cells.get(intent)));
            }
        }
        return utterances;
    }

    private List<Utterance> json(List<String> lines) {
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                JsonNode node = mapper.readTree(lines.get(i));
                String text = first(node, TEXTS).orElseThrow(() -> new EvaluationException("has no \"text\""));
                utterances.add(utterance(text, first(node, INTENTS).orElse("")));
            } catch (JsonProcessingException e) {
                throw new EvaluationException(where(i) + "is not JSON: " + e.getOriginalMessage(), e);
            } catch (EvaluationException e) {
                throw new EvaluationException(where(i) + e.getMessage(), e);
            }
        }
        return utterances;
    }

    /** The words of a block stand in lines of their own; the text, where given, is taken as it was written. */
    private List<Utterance> blocks(List<String> lines) {
        List<Utterance> utterances = new ArrayList<>();
        Optional<String> text = Optional.empty();
        Optional<String> intent = Optional.empty();
        StringBuilder words = new StringBuilder();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            if (line.isBlank()) {
                if (!words.isEmpty() || text.isPresent()) {
                    int at = i;
                    String label = intent.orElseThrow(
                            () -> new EvaluationException(where(at) + "a block ends without # intent"));
                    utterances.add(utterance(text.orElse(words.toString()), label));
                }
                text = Optional.empty();
                intent = Optional.empty();
                words.setLength(0);
            } else if (line.startsWith("#")) {
                text = comment(line, "text").or(orNothing(text));
                intent = comment(line, "intent").or(orNothing(intent));
            } else {
                String[] cells = line.split("\t", -1);
                words.append(cells[cells.length > 1 ? 1 : 0]);
                if (intent.isEmpty() && cells.length > 2 && !cells[2].isBlank()) {
                    intent = Optional.of(cells[2]);
                }
            }
        }
        return utterances;
    }

    private static Supplier<Optional<String>> orNothing(Optional<String> known) {
        return () -> known;
    }

    private static Optional<String> comment(String line, String key) {
        String bare = line.substring(1).strip();
        return Stream.of(":", " =", "=")
                .map(sign -> key + sign)
                .filter(bare::startsWith)
                .map(start -> bare.substring(start.length()).strip())
                .findFirst();
    }

    private static Utterance utterance(String text, String intent) {
        String label = intent.strip();
        return new Utterance(
                text.strip(),
                NO_INTENT.contains(label.toLowerCase(Locale.ROOT)) ? Optional.empty() : Optional.of(label));
    }

    private static Optional<String> first(JsonNode node, List<String> keys) {
        return keys.stream()
                .filter(node::hasNonNull)
                .map(key -> node.get(key).asText())
                .findFirst();
    }

    private static boolean disjoint(List<String> cells, List<String> names) {
        return cells.stream().noneMatch(names::contains);
    }

    private static int column(List<String> cells, List<String> names) {
        return cells.indexOf(names.stream().filter(cells::contains).findFirst().orElseThrow());
    }

    private String where(int index) {
        return file + ":" + (index + 1) + ": ";
    }
}
