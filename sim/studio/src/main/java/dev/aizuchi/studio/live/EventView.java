package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.speech.Recognition;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Write a dialogue event as the page shows it: {@code kind} in snake case, {@code turn}, {@code at} in milliseconds of
 * the epoch, {@code took_ms}, and what belongs to the kind; callable from any thread.
 */
public final class EventView {
    private final Wording wording = new Wording();

    /** Write one event. */
    public ObjectNode of(DialogueEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", kind(event)).put("turn", event.turn());
        json.put("at", event.at().toEpochMilli());
        putSpeech(json, event);
        putAct(json, event);
        putRest(json, event);
        return json;
    }

    private void putSpeech(ObjectNode json, DialogueEvent event) {
        if (event instanceof DialogueEvent.Heard heard) {
            Recognition recognition = heard.recognition();
            wording.put(json, recognition.text(), true);
            json.put("confidence", recognition.confidence()).put("took_ms", millis(heard.took()));
        } else if (event instanceof DialogueEvent.PartialHeard partial) {
            json.put("text", partial.text());
        } else if (event instanceof DialogueEvent.Said said) {
            wording.put(json, said.text(), false);
            json.put("small_talk", said.smallTalk());
        } else if (event instanceof DialogueEvent.Asked asked) {
            wording.put(json, asked.text(), false);
            json.put("yes_no", asked.yesNo());
        } else if (event instanceof DialogueEvent.Understood understood) {
            json.put("skill", understood.skill()).put("intent", understood.intent());
            put(json.putObject("slots"), understood.slots());
            json.put("confidence", understood.confidence()).put("took_ms", millis(understood.took()));
        } else if (event instanceof DialogueEvent.NotUnderstood not) {
            json.put("took_ms", millis(not.took()));
        }
    }

    private static void putAct(ObjectNode json, DialogueEvent event) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            json.put("command", commanded.commandId());
            put(json, commanded.action());
        } else if (event instanceof DialogueEvent.Deferred deferred) {
            put(json, deferred.action());
        } else if (event instanceof DialogueEvent.Refused refused) {
            put(json, refused.action());
            json.put("rule", refused.rule()).put("reason", refused.reason());
        } else if (event instanceof DialogueEvent.Progressed progressed) {
            json.put("command", progressed.commandId()).put("done", progressed.done());
        } else if (event instanceof DialogueEvent.Completed completed) {
            json.put("command", completed.commandId());
        } else if (event instanceof DialogueEvent.Failed failed) {
            json.put("command", failed.commandId());
            json.put("reason", failed.reason().name().toLowerCase(Locale.ROOT)).put("detail", failed.detail());
        }
    }

    private static void putRest(ObjectNode json, DialogueEvent event) {
        if (event instanceof DialogueEvent.Stopped stopped) {
            json.put("cause", stopped.cause());
        } else if (event instanceof DialogueEvent.Faulted faulted) {
            json.put("part", faulted.part()).put("message", faulted.message());
        } else if (event instanceof DialogueEvent.Perceived perceived) {
            put(json, perceived.percept());
        }
    }

    private static void put(ObjectNode json, Percept percept) {
        json.put("percept", percept.kind());
        ObjectNode values = json.putObject("arguments");
        if (percept instanceof Percept.PersonArrived arrived) {
            values.put("person", arrived.person());
        } else if (percept instanceof Percept.PersonLeft left) {
            values.put("person", left.person());
        } else if (percept instanceof Percept.Speaker speaker) {
            values.put("speaker", speaker.speaker()).put("addressee", speaker.addressee());
        } else if (percept instanceof Percept.Fall fall) {
            values.put("person", fall.person());
        } else if (percept instanceof Percept.Battery battery) {
            values.put("charge", battery.charge());
        } else if (percept instanceof Percept.Link link) {
            values.put("up", link.up());
        } else if (percept instanceof Percept.EmergencyStop stop) {
            values.put("pressed", stop.pressed());
        } else if (percept instanceof Percept.Own own) {
            put(values, own.arguments());
        }
    }

    private static void put(ObjectNode json, Action action) {
        json.put("action", action.name());
        put(json.putObject("arguments"), action.arguments());
    }

    private static void put(ObjectNode values, List<Argument> arguments) {
        for (Argument argument : arguments) {
            if (argument instanceof Argument.Text text) {
                values.put(text.name(), text.value());
            } else if (argument instanceof Argument.Flag flag) {
                values.put(flag.name(), flag.value());
            } else if (argument instanceof Argument.Measure measure) {
                values.put(measure.name(), measure.value());
            }
        }
    }

    private static void put(ObjectNode values, Map<String, String> slots) {
        slots.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(slot -> values.put(slot.getKey(), slot.getValue()));
    }

    private static double millis(java.time.Duration took) {
        return Math.round(took.toNanos() / 1e4) / 100.0;
    }

    private static String kind(DialogueEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
