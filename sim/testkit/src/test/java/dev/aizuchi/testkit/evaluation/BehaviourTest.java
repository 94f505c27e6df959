package dev.aizuchi.testkit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.DialogueEvent.Asked;
import dev.aizuchi.event.DialogueEvent.Commanded;
import dev.aizuchi.event.DialogueEvent.NotUnderstood;
import dev.aizuchi.event.DialogueEvent.Refused;
import dev.aizuchi.event.DialogueEvent.Said;
import dev.aizuchi.event.DialogueEvent.Stopped;
import dev.aizuchi.event.DialogueEvent.Understood;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private static final Instant AT = Instant.EPOCH;
    private static final Said SAID = new Said(1, AT, "はい。", false);

    @Test
    void names_what_the_events_amount_to() {
        assertBehaviour("stop_immediately", new Stopped(1, AT, "word"), SAID);
        assertBehaviour("do_action", understood(), SAID, commanded(new Action.Dock()));
        assertBehaviour("do_action", commanded(call(false)));
        assertBehaviour("alert_human", commanded(call(true)), SAID);
        assertBehaviour("refuse", new Refused(1, AT, new Action.Dock(), "battery", "電池"), SAID);
        assertBehaviour("ask_confirm", understood(), new Asked(1, AT, "よろしいですか。", true));
        assertBehaviour("clarify", understood(), new Asked(1, AT, "何時ですか。", false));
        assertBehaviour("clarify", new NotUnderstood(1, AT, Duration.ZERO), SAID);
        assertBehaviour("ignore_not_addressed", new NotUnderstood(1, AT, Duration.ZERO));
        assertBehaviour("chitchat", understood(), new Said(1, AT, "こんにちは。", true));
        assertBehaviour("answer", understood(), SAID);
    }

    @Test
    void a_call_that_goes_out_beside_a_refusal_is_an_alert() {
        assertBehaviour(
                "alert_human", commanded(call(true)), new Refused(1, AT, new Action.Dock(), "stopped", "停止"), SAID);
    }

    @Test
    void names_the_intent_as_the_action() {
        assertThat(Behaviour.action(List.of(understood()))).hasValue("bring_water");
        assertThat(Behaviour.action(List.of(SAID))).isEmpty();
    }

    @Test
    void sums_up_the_values_of_several_wishes() {
        Map<String, String> glasses = Map.of("item", "眼鏡", "place", "食堂");
        Conduct conduct = Conduct.of(List.of(
                new Understood(1, AT, "care", "bring_item", glasses, 1, Duration.ZERO),
                new Understood(1, AT, "care", "bring_item", Map.of("item", "本", "place", "食堂"), 1, Duration.ZERO)));
        assertThat(conduct.action()).hasValue("bring_item");
        assertThat(conduct.slots()).isEqualTo(Map.of("item", "眼鏡、本", "place", "食堂"));
    }

    private static void assertBehaviour(String name, DialogueEvent... events) {
        assertThat(Behaviour.of(List.of(events)).wireName()).isEqualTo(name);
    }

    private static Understood understood() {
        return new Understood(1, AT, "care", "bring_water", Map.of(), 1, Duration.ZERO);
    }

    private static Commanded commanded(Action action) {
        return new Commanded(1, AT, "a", action);
    }

    private static Action call(boolean urgent) {
        return new Action.CallHuman("nurse", new Place("101号室"), "痛み", urgent);
    }
}
