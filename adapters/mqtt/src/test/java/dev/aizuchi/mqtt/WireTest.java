package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00.123456789Z");
    private static final List<Argument> ARGUMENTS = List.of(
            new Argument.Text("who", "山田さん"),
            new Argument.Measure("angle_deg", 12.5),
            new Argument.Flag("slowly", true));

    static Stream<Action> actions() {
        return Stream.of(
                new Action.Navigate(new Place("トイレ")),
                new Action.Follow("山田さん"),
                new Action.Rotate(-90.5),
                new Action.Look("右"),
                new Action.Gesture("bow"),
                new Action.Grasp("お茶"),
                new Action.Release(),
                new Action.HandOver("お茶"),
                new Action.RaiseBed(30),
                new Action.Light(new Place("居室"), true),
                new Action.Climate(-1.5),
                new Action.Door(new Place("食堂"), false),
                new Action.Lift(-1),
                new Action.CallHuman("看護師", new Place("居室"), "呼ばれました", true),
                new Action.Notify("家族", "「着きました」\n\"引用\""),
                new Action.Display("ようこそ 😀"),
                new Action.Dock(),
                new Action.Own("press_nurse_button", ARGUMENTS));
    }

    static Stream<Percept> percepts() {
        return Stream.of(
                new Percept.PersonArrived("山田さん"),
                new Percept.PersonLeft(""),
                new Percept.Speaker("山田さん", ""),
                new Percept.Fall("山田さん"),
                new Percept.Battery(0.2),
                new Percept.Link(true),
                new Percept.Bumper(),
                new Percept.EmergencyStop(true),
                new Percept.Own("odour", ARGUMENTS));
    }

    @Test
    void the_samples_cover_every_action_and_percept() {
        assertThat(actions().map(Object::getClass)).hasSameElementsAs(List.of(Action.class.getPermittedSubclasses()));
        assertThat(percepts().map(Object::getClass)).hasSameElementsAs(List.of(Percept.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void an_order_comes_back_as_it_went(Action action) throws MalformedException {
        Wire.Order order = new Wire.Order("r1", AT, new Command("c-1", action, Duration.ofMillis(1500)));
        assertThat(Wire.order(Fields.parse(Wire.order(order)))).isEqualTo(order);
    }

    @ParameterizedTest
    @MethodSource("percepts")
    void a_percept_comes_back_as_it_went(Percept percept) throws MalformedException {
        assertThat(PerceptCodec.read(Fields.parse(Wire.percept(percept)))).isEqualTo(percept);
    }

    @Test
    void everything_else_comes_back_as_it_went() throws MalformedException {
        for (Ack.Result result : Ack.Result.values()) {
            Ack ack = new Ack("c-1", result, "why");
            assertThat(Wire.ack(Fields.parse(Wire.ack(ack)))).isEqualTo(ack);
        }
        for (Outcome.Reason reason : Outcome.Reason.values()) {
            Wire.Ending ending = new Wire.Ending("c-1", new Outcome.Failed(reason, "扉"));
            assertThat(Wire.ending(Fields.parse(Wire.ending(ending)))).isEqualTo(ending);
        }
        Wire.Ending done = new Wire.Ending("c-1", new Outcome.Completed());
        assertThat(Wire.ending(Fields.parse(Wire.ending(done)))).isEqualTo(done);
        RobotState state = new RobotState(AT, -1.25, 3, 359.5, 0, 0.75, true, false, "");
        assertThat(Wire.state(Fields.parse(Wire.state(state)))).isEqualTo(state);
        assertThat(ProfileCodec.read(Fields.parse(Wire.profile(FakeRobot.PROFILE))))
                .isEqualTo(FakeRobot.PROFILE);
        Wire.Progress progress = new Wire.Progress("c-1", 0.5);
        assertThat(Wire.progress(Fields.parse(Wire.progress(progress)))).isEqualTo(progress);
        Wire.Signal signal = new Wire.Signal("r1", Long.MAX_VALUE);
        assertThat(Wire.signal(Fields.parse(Wire.signal(signal)))).isEqualTo(signal);
        assertThat(Wire.status(Fields.parse(Wire.status(true)))).isTrue();
        assertThat(Wire.id(Fields.parse(Wire.cancel("c-1")))).isEqualTo("c-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1e999",
                "{",
                "{}{}",
                "\"text\"",
                "{'id':1}",
                "{\"id\":1}",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}",
                ORDER_START + "\"action\":\"navigate\",\"arguments\":{}}",
                ORDER_START + "\"action\":\"navigate\",\"arguments\":{\"place\":7}}",
                ORDER_START + "\"action\":\"navigate\",\"arguments\":{\"place\":\" \"}}",
                ORDER_START + "\"action\":\"navigate\",\"arguments\":{\"place\":\"食堂\",\"speed\":9}}",
                ORDER_START + "\"action\":\"rotate\",\"arguments\":{\"angle_deg\":\"90\"}}",
                ORDER_START + "\"action\":\"rotate\",\"arguments\":{\"angle_deg\":1e999}}",
                ORDER_START + "\"action\":\"lift\",\"arguments\":{\"floor\":1.5}}",
                ORDER_START + "\"action\":\"light\",\"arguments\":{\"place\":\"居室\",\"on\":\"yes\"}}",
                ORDER_START + "\"action\":\"Fly Away\",\"arguments\":{}}",
                ORDER_START + "\"action\":\"own\",\"arguments\":{\"Bad Name\":1}}",
                ORDER_START + "\"action\":\"own\",\"arguments\":{\"list\":[1]}}",
                ORDER_START + "\"action\":\"own\",\"arguments\":[]}",
            })
    void anything_else_is_malformed(String payload) {
        assertThatThrownBy(() -> Wire.order(Fields.parse(payload.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_huge_payload_is_malformed() {
        byte[] huge = new byte[Fields.MAX_PAYLOAD + 1];
        Arrays.fill(huge, (byte) '[');
        assertThatThrownBy(() -> Fields.parse(huge)).isInstanceOf(MalformedException.class);
        byte[] deep = Arrays.copyOf(huge, Fields.MAX_PAYLOAD);
        assertThatThrownBy(() -> Fields.parse(deep)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 86_400_001})
    void a_deadline_is_positive_and_at_most_a_day(long deadline) {
        String payload = ORDER_START.replace("1000", Long.toString(deadline)) + "\"action\":\"dock\",\"arguments\":{}}";
        assertThatThrownBy(() -> Wire.order(Fields.parse(payload.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MalformedException.class);
    }

    @Test
    void a_malformed_message_is_described_without_its_content() {
        byte[] secret = "{\"id\":\"c\",\"from\":\"トイレに行きたい\"".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Fields.parse(secret)).hasMessageNotContaining("トイレ");
    }

    private static final String ORDER_START =
            "{\"id\":\"c\",\"from\":\"r\",\"issued_at\":\"2026-04-01T09:00:00Z\",\"deadline_ms\":1000,";
}
