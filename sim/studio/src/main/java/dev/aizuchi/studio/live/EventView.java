package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.EventJson;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Write a dialogue event as the page shows it: as the journal has it, but for {@code kind}, {@code at} in milliseconds
 * of the epoch, {@code command}, what a sensor says under {@code arguments}, and the readings of what was said;
 * callable from any thread.
 */
public final class EventView {
    private static final List<String> COMMON = List.of("kind", "turn", "at", "percept");

    private final EventJson journal = new EventJson(SpeechTexts.PLAIN, Optional.empty());
    private final Wording wording = new Wording();

    /** Write one event. */
    public synchronized ObjectNode of(DialogueEvent event) {
        ObjectNode json = journal.of(event);
        rename(json, "event", "kind");
        rename(json, "command_id", "command");
        json.put("at", event.at().toEpochMilli());
        if (event instanceof DialogueEvent.Perceived) {
            gather(json);
        } else if (event instanceof DialogueEvent.Failed failed) {
            json.put("reason", failed.reason().name().toLowerCase(Locale.ROOT));
        } else {
            putSpeech(json, event);
        }
        return json;
    }

    private void putSpeech(ObjectNode json, DialogueEvent event) {
        if (event instanceof DialogueEvent.Heard heard) {
            wording.put(json, heard.recognition().text(), true);
            json.put("took_ms", millis(heard.took()));
        } else if (event instanceof DialogueEvent.Said said) {
            wording.put(json, said.text(), false);
        } else if (event instanceof DialogueEvent.Asked asked) {
            wording.put(json, asked.text(), false);
        } else if (event instanceof DialogueEvent.Understood understood) {
            ObjectNode slots = json.putObject("slots");
            new TreeMap<>(understood.slots()).forEach(slots::put);
            json.put("took_ms", millis(understood.took()));
        } else if (event instanceof DialogueEvent.NotUnderstood not) {
            json.put("took_ms", millis(not.took()));
        }
    }

    /** Put what belongs to the percept alone apart from what every event has. */
    private static void gather(ObjectNode json) {
        ObjectNode own = json.deepCopy().without(COMMON);
        json.retain(COMMON).set("arguments", own);
    }

    private static void rename(ObjectNode json, String from, String to) {
        JsonNode value = json.remove(from);
        if (value != null) {
            json.set(to, value);
        }
    }

    private static double millis(Duration took) {
        return Math.round(took.toNanos() / 1e4) / 100.0;
    }
}
