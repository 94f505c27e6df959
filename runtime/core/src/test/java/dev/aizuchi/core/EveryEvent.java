package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One of each kind of event; a kind that is added without a line here fails the tests. */
final class EveryEvent {
    private EveryEvent() {}

    static List<DialogueEvent> all() {
        Instant at = FakeRobot.START;
        List<DialogueEvent> all = List.of(
                new DialogueEvent.SpeechStarted(1, at),
                new DialogueEvent.PartialHeard(1, at, "お"),
                new DialogueEvent.Heard(1, at, Recognition.ofText("お水"), Duration.ZERO),
                new DialogueEvent.NotHeard(1, at),
                new DialogueEvent.Understood(1, at, "s", "i", Map.of("item", "水"), 1, Duration.ZERO),
                new DialogueEvent.NotUnderstood(1, at, Duration.ZERO),
                new DialogueEvent.Asked(1, at, "はい？", true),
                new DialogueEvent.Said(1, at, "はい。", false),
                new DialogueEvent.Nodded(1, at, "はい"),
                new DialogueEvent.Sounding(1, at, Duration.ofMillis(20)),
                new DialogueEvent.Spoken(1, at),
                new DialogueEvent.SpeechCut(1, at, "お部屋は"),
                new DialogueEvent.Deferred(1, at, new Action.Dock()),
                new DialogueEvent.Commanded(1, at, "a", new Action.Rotate(90)),
                new DialogueEvent.Refused(1, at, new Action.Dock(), "battery", "電池"),
                new DialogueEvent.Progressed(1, at, "a", 0.5),
                new DialogueEvent.Completed(1, at, "a"),
                new DialogueEvent.Failed(1, at, "a", Outcome.Reason.BLOCKED, "door"),
                new DialogueEvent.Stopped(1, at, "word"),
                new DialogueEvent.Resumed(1, at),
                new DialogueEvent.Perceived(1, at, new Percept.Bumper()),
                new DialogueEvent.Faulted(1, at, "voice", "no sound card"));
        assertThat(all.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(DialogueEvent.class.getPermittedSubclasses());
        return all;
    }
}
