package dev.aizuchi.telemetry;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Hold what happens in two turns: one that is done, one that is refused and stopped. */
final class Happenings {
    static final Instant START = Instant.parse("2026-04-01T01:00:00Z");

    private Happenings() {}

    static Instant at(int millis) {
        return START.plusMillis(millis);
    }

    static List<DialogueEvent> all() {
        Action navigate = new Action.Navigate(new Place("田中さんの部屋"));
        return List.of(
                new DialogueEvent.Perceived(0, at(-5), new Percept.Link(true)),
                new DialogueEvent.SpeechStarted(0, at(-4)),
                new DialogueEvent.Heard(1, at(300), Recognition.ofText("田中さんの部屋へ行って"), Duration.ofMillis(250)),
                new DialogueEvent.Understood(
                        1, at(310), "care", "guide", Map.of("place", "田中さんの部屋"), 0.9, Duration.ofMillis(8)),
                new DialogueEvent.Commanded(1, at(320), "c1", navigate),
                new DialogueEvent.Said(1, at(650), "田中さんの部屋へ行きます", false),
                new DialogueEvent.Progressed(1, at(2_000), "c1", 0.5),
                new DialogueEvent.Heard(2, at(9_000), Recognition.ofText("ベッドを起こして"), Duration.ofMillis(200)),
                new DialogueEvent.NotUnderstood(2, at(9_010), Duration.ofMillis(10)),
                new DialogueEvent.Refused(2, at(9_020), new Action.RaiseBed(30), "touches_person", "田中さんに伺います"),
                new DialogueEvent.Stopped(2, at(9_030), "田中さんが押した"),
                new DialogueEvent.Failed(1, at(9_040), "c1", Outcome.Reason.STOPPED, "田中さん"),
                new DialogueEvent.Asked(2, at(9_500), "田中さん、どうしますか", true),
                new DialogueEvent.Faulted(2, at(9_600), "hearing", "田中さんの声が聞こえません"),
                new DialogueEvent.Perceived(2, at(9_700), new Percept.Link(false)));
    }
}
