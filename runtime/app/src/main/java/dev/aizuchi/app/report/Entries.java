package dev.aizuchi.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.app.report.Entry.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gather from a journal's events what was reported to the disaster skill: its {@code record} acts, its messages, and
 * its calls that nobody got. Not for several threads.
 */
final class Entries {
    private static final String CORRECTS = "corrects";

    private final List<Entry> all = new ArrayList<>();
    /** The place in the list, by the id of the command. */
    private final Map<String, Integer> open = new HashMap<>();

    private boolean ofTheSkill;
    private String intent = "";
    private long lost;
    private boolean wordless;

    void accept(JsonNode event) {
        switch (event.get("event").asText()) {
            case "understood" -> {
                ofTheSkill = event.path("skill").asText().equals("disaster");
                intent = event.path("intent").asText();
            }
            case "commanded" -> begun(event, State.OPEN);
            case "refused" -> begun(event, State.REFUSED);
            case "completed" -> ended(event, State.DONE);
            case "failed" -> ended(event, State.FAILED);
            case "journal_gap" -> lost += event.path("lost").asLong();
            default -> {}
        }
    }

    /** Give the number of events that the journal itself says it lacks. */
    long lost() {
        return lost;
    }

    /** Tell whether there were words that the journal was not allowed to keep. */
    boolean isWordless() {
        return wordless;
    }

    /** Give the entries in the order of time; of a call that was answered, the record behind it tells. */
    List<Entry> inOrder() {
        List<Entry> entries = new ArrayList<>(all);
        entries.removeIf(entry -> entry.kind().equals("call") && entry.state() == State.DONE);
        entries.sort(Comparator.comparing(Entry::at));
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Integer before = entry.corrects() && entry.counts() ? last.get(entry.kind()) : null;
            if (before != null && entries.get(before).counts()) {
                entries.set(before, entries.get(before).in(State.CORRECTED));
            }
            last.put(entry.kind(), i);
        }
        return List.copyOf(entries);
    }

    private void begun(JsonNode event, State state) {
        JsonNode arguments = event.path("arguments");
        switch (event.path("action").asText()) {
            case "record" -> add(event, state, arguments.path("kind").asText(), arguments, "");
            // What is asked for is written down besides.
            case "notify" -> {
                if (ofTheSkill && !intent.equals("request_supplies")) {
                    words(event, state, "message", arguments.path("message"));
                }
            }
            case "call_human" -> {
                if (ofTheSkill) {
                    words(event, state, "call", arguments.path("reason"));
                }
            }
            default -> {}
        }
    }

    private void words(JsonNode event, State state, String kind, JsonNode words) {
        wordless |= words.isMissingNode() && kind.equals("message");
        add(event, state, kind, event.path("none"), words.asText());
    }

    private void add(JsonNode event, State state, String kind, JsonNode arguments, String words) {
        Map<String, String> values = values(arguments.path("entry").asText());
        boolean corrects = values.remove(CORRECTS) != null;
        if (state == State.OPEN) {
            open.put(event.path("command_id").asText(), all.size());
        }
        all.add(new Entry(time(event), kind, values, words, corrects, state));
    }

    private void ended(JsonNode event, State state) {
        Integer place = open.remove(event.path("command_id").asText());
        if (place != null) {
            all.set(place, all.get(place).in(state));
        }
    }

    /** An entry is written as {@code injured=2 place=A区画}; a value may hold blanks. */
    private static Map<String, String> values(String entry) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : entry.split(" (?=[a-z][a-z0-9_]*=)", -1)) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                values.put(part.substring(0, sign), part.substring(sign + 1));
            }
        }
        return values;
    }

    private static Instant time(JsonNode event) {
        try {
            return Instant.parse(event.path("at").asText());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its \"at\" is no time", e);
        }
    }
}
