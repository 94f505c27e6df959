package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.ros2.node.Content;
import dev.aizuchi.ros2.node.NodeClock;
import java.util.function.BooleanSupplier;

/** Publish what is heard as the speech of a voice, and what is understood as intents; on the dialogue's thread. */
final class Transcript {
    private static final String NO_PERSON = "__unknown_agent__";
    private static final String SPEECH = "__modality_speech__";
    private static final int USUAL_PRIORITY = 128;

    private final Bus bus;
    private final Names names;
    private final NodeClock clock;
    private final DialogueNode.Settings settings;
    private final BooleanSupplier incremental;
    private final BooleanSupplier intents;
    private final IntentNames intentNames = IntentNames.standard();
    private String speaker = "";

    Transcript(
            Bus bus,
            Names names,
            NodeClock clock,
            DialogueNode.Settings settings,
            BooleanSupplier incremental,
            BooleanSupplier intents) {
        this.bus = bus;
        this.names = names;
        this.clock = clock;
        this.settings = settings;
        this.incremental = incremental;
        this.intents = intents;
    }

    void take(DialogueEvent event) {
        if (event instanceof DialogueEvent.Perceived perceived
                && perceived.percept() instanceof Percept.Speaker spoke) {
            speaker = spoke.speaker();
        } else if (event instanceof DialogueEvent.Understood understood && intents.getAsBoolean()) {
            bus.publish(names.intents(), intent(understood));
        } else if (settings.hears().isEmpty()) {
            // What another recogniser has published is not said twice.
            heard(event);
        }
    }

    private void heard(DialogueEvent event) {
        if (event instanceof DialogueEvent.SpeechStarted) {
            speaking(true);
        } else if (event instanceof DialogueEvent.PartialHeard partial && incremental.getAsBoolean()) {
            speech(partial.text(), "", 0);
        } else if (event instanceof DialogueEvent.Heard heard) {
            speaking(false);
            speech("", heard.recognition().text(), heard.recognition().confidence());
        } else if (event instanceof DialogueEvent.NotHeard) {
            speaking(false);
        }
    }

    private void speaking(boolean speaks) {
        bus.publish(
                names.isSpeaking(settings.voice()),
                Content.message().flag("data", speaks).fields());
    }

    private void speech(String incrementalText, String finalText, double confidence) {
        bus.publish(
                names.speech(settings.voice()),
                Content.message()
                        .put("header", clock.header())
                        .text("incremental", incrementalText)
                        .text("final", finalText)
                        .real("confidence", confidence)
                        .text("language", settings.locale())
                        .fields());
    }

    private Datum.Fields intent(DialogueEvent.Understood understood) {
        return Content.message()
                .text("intent", intentNames.name(understood.intent()))
                .text("data", intentNames.data(understood))
                .text("source", Names.isId(speaker) ? speaker : NO_PERSON)
                .text("modality", SPEECH)
                .whole("priority", USUAL_PRIORITY)
                .real("confidence", understood.confidence())
                .fields();
    }
}
