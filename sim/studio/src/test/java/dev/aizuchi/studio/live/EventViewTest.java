package dev.aizuchi.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventViewTest {
    private static final Instant AT = Instant.parse("2026-04-01T01:00:00Z");
    private static final Action DRIVE = new Action.Navigate(new Place("食堂"));
    private final EventView view = new EventView();

    @Test
    void words_have_their_readings_over_the_kanji_alone() {
        assertThat(said("お召し上がりください。").path("ruby").toString()).isEqualTo("[[\"お\"],[\"召し上\",\"めしあ\"],[\"がりください。\"]]");
        assertThat(said("はい。").path("ruby").toString()).isEqualTo("[[\"はい。\"]]");
    }

    @Test
    void what_stands_in_brackets_stays_in_brackets() {
        assertThat(said("靴（くつ）です。").path("ruby").toString()).isEqualTo("[[\"靴\",\"くつ\"],[\"（くつ）です。\"]]");
    }

    @Test
    void what_the_robot_says_is_judged_as_to_a_guest_and_mended() {
        ObjectNode casual = said("待ってて。");

        assertThat(casual.path("level").asText()).isEqualTo("plain");
        assertThat(casual.path("issues").findValuesAsText("kind")).isNotEmpty();
        ObjectNode heard =
                view.of(new DialogueEvent.Heard(1, AT, Recognition.ofText("待ってて。"), Duration.ofNanos(12_340_000)));
        assertThat(heard.has("issues")).isFalse();
        assertThat(heard.path("took_ms").asDouble()).isEqualTo(12.34);
    }

    @Test
    void a_refusal_tells_the_act_the_rule_and_the_reason() {
        ObjectNode refused = view.of(new DialogueEvent.Refused(3, AT, DRIVE, "battery", "電池が足りません。"));

        assertThat(refused.path("action").asText()).isEqualTo("navigate");
        assertThat(refused.path("arguments").path("place").asText()).isEqualTo("食堂");
        assertThat(refused.path("rule").asText()).isEqualTo("battery");
        assertThat(refused.path("reason").asText()).isEqualTo("電池が足りません。");
    }

    @Test
    void every_kind_of_event_can_be_shown() {
        List<DialogueEvent> events = List.of(
                new DialogueEvent.SpeechStarted(1, AT),
                new DialogueEvent.PartialHeard(1, AT, "お"),
                new DialogueEvent.Heard(1, AT, Recognition.ofText(" "), Duration.ZERO),
                new DialogueEvent.NotHeard(1, AT),
                new DialogueEvent.Understood(1, AT, "care", "go", Map.of("place", "食堂"), 1, Duration.ZERO),
                new DialogueEvent.NotUnderstood(1, AT, Duration.ZERO),
                new DialogueEvent.Asked(1, AT, "どちらですか。", false),
                new DialogueEvent.Said(1, AT, "はい。", false),
                new DialogueEvent.Nodded(1, AT, "はい"),
                new DialogueEvent.Sounding(1, AT, Duration.ofMillis(20)),
                new DialogueEvent.Spoken(1, AT),
                new DialogueEvent.SpeechCut(1, AT, "はい"),
                new DialogueEvent.Deferred(1, AT, DRIVE),
                new DialogueEvent.Commanded(1, AT, "1", DRIVE),
                new DialogueEvent.Refused(1, AT, DRIVE, "battery", ""),
                new DialogueEvent.Progressed(1, AT, "1", 0.5),
                new DialogueEvent.Completed(1, AT, "1"),
                new DialogueEvent.Failed(1, AT, "1", Outcome.Reason.BLOCKED, ""),
                new DialogueEvent.Stopped(1, AT, "word"),
                new DialogueEvent.Resumed(1, AT),
                new DialogueEvent.Perceived(1, AT, new Percept.Bumper()),
                new DialogueEvent.Faulted(1, AT, "journal", "full"));

        assertThat(events.stream().map(Object::getClass).distinct())
                .hasSize(DialogueEvent.class.getPermittedSubclasses().length);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(view.of(event).path("kind").asText()).matches("[a-z_]+"));
    }

    @Test
    void every_kind_of_percept_can_be_shown() {
        List<Percept> percepts = List.of(
                new Percept.PersonArrived("佐藤"),
                new Percept.PersonLeft("佐藤"),
                new Percept.Speaker("佐藤", ""),
                new Percept.Fall("佐藤"),
                new Percept.Battery(0.2),
                new Percept.Link(true),
                new Percept.Bumper(),
                new Percept.EmergencyStop(true),
                new Percept.Own("gas", List.of(new Argument.Measure("ppm", 5), new Argument.Flag("loud", true))));

        assertThat(percepts.stream().map(Object::getClass).distinct())
                .hasSize(Percept.class.getPermittedSubclasses().length);
        assertThat(percepts).allSatisfy(percept -> {
            ObjectNode shown = view.of(new DialogueEvent.Perceived(1, AT, percept));
            assertThat(shown.path("percept").asText()).isEqualTo(percept.kind());
            assertThat(shown.path("arguments").size())
                    .isEqualTo(
                            percept.equals(new Percept.Bumper())
                                    ? 0
                                    : percept instanceof Percept.Own || percept instanceof Percept.Speaker ? 2 : 1);
        });
    }

    private ObjectNode said(String text) {
        return view.of(new DialogueEvent.Said(1, AT, text, false));
    }
}
