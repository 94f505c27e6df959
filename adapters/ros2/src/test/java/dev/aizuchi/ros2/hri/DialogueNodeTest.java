package dev.aizuchi.ros2.hri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus.Goal;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.LocalBus;
import dev.aizuchi.ros2.Patience;
import dev.aizuchi.ros2.node.Content;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The conventions of ROS4HRI, against its definitions. */
class DialogueNodeTest {
    private static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    private static final DialogueNode.Settings SETTINGS = settings(false);

    private final LocalBus bus = new LocalBus();
    private final FakeFloor floor = new FakeFloor();
    private final List<Percept> percepts = new ArrayList<>();
    private final List<Recognition> heard = new ArrayList<>();
    private final StandingRobot robot = new StandingRobot(NOON, 0.2);
    private Instant now = NOON;
    private DialogueNode node = joined(SETTINGS);

    private static DialogueNode.Settings settings(boolean managed) {
        return settings("/aizuchi", "", "anonymous_speaker", managed);
    }

    private static DialogueNode.Settings settings(String name, String prefix, String voice, boolean managed) {
        return new DialogueNode.Settings(name, prefix, voice, "ja-JP", Duration.ofSeconds(60), List.of(), managed);
    }

    private DialogueNode joined(DialogueNode.Settings settings) {
        DialogueNode one = new DialogueNode(bus, settings, robot, () -> now);
        one.join(floor, percepts::add, heard::add);
        return one;
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Goal set(String skill, String type, String goal) {
        return bus.begin(
                Endpoint.of("/skill/" + skill, "communication_skills/action/" + type),
                Json.fields(goal),
                Duration.ZERO,
                none -> {});
    }

    private static Datum.Fields given(Goal goal) {
        Answer answer = Patience.end(goal.ending());
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given) answer).content();
    }

    private static long errorOf(Goal goal) {
        Answer answer = Patience.end(goal.ending());
        assertThat(answer).isInstanceOf(Answer.Aborted.class);
        return Content.whole(Content.fields(((Answer.Aborted) answer).content(), "result"), "error_code");
    }

    private static Reason reason(Goal goal) {
        Answer answer = Patience.end(goal.ending());
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return ((Answer.Failed) answer).reason();
    }

    private void hear(String text) {
        node.accept(new DialogueEvent.Heard(1, now, Recognition.ofText(text), Duration.ofMillis(120)));
    }

    @Test
    void publishes_what_is_heard_as_it_is_heard() {
        node.accept(new DialogueEvent.SpeechStarted(1, now));
        node.accept(new DialogueEvent.PartialHeard(1, now, "お茶を"));
        hear("お茶をください𠮷");
        List<Datum.Fields> speech = bus.published("/humans/voices/anonymous_speaker/speech");
        assertThat(speech)
                .extracting(each -> Content.text(each, "incremental") + "|" + Content.text(each, "final"))
                .containsExactly("お茶を|", "|お茶をください𠮷");
        assertThat(speech.get(1).values())
                .containsEntry("language", new Datum.Text("ja-JP"))
                .containsEntry("confidence", new Datum.Real(1));
        assertThat(bus.published("/humans/voices/anonymous_speaker/is_speaking"))
                .extracting(each -> Content.flag(each, "data"))
                .containsExactly(true, false);
    }

    @Test
    void publishes_what_is_understood_as_an_intent_with_its_roles() {
        node.accept(new DialogueEvent.Perceived(1, now, new Percept.Speaker("p7", "robot")));
        understand("bring_item", Map.of("item", "毛布", "place", "談話室"));
        understand("tell_time", Map.of());
        Datum.Fields intent = bus.published("/intents").get(0);
        assertThat(Content.text(intent, "intent")).isEqualTo("__intent_bring_object__");
        assertThat(Content.text(intent, "data"))
                .isEqualTo("{\"object\":\"毛布\",\"item\":\"毛布\",\"goal\":\"談話室\",\"place\":\"談話室\"}");
        assertThat(Content.text(intent, "source")).isEqualTo("p7");
        assertThat(Content.text(intent, "modality")).isEqualTo("__modality_speech__");
        assertThat(Content.text(bus.published("/intents").get(1), "intent")).isEqualTo("tell_time");
    }

    private void understand(String intent, Map<String, String> slots) {
        node.accept(new DialogueEvent.Understood(1, now, "care", intent, slots, 0.9, Duration.ZERO));
    }

    @Test
    void says_what_it_is_given_without_its_markup() {
        Goal goal = set("say", "Say", "{'input': '<set expression(happy)>ようこそ。\\n第1会議室です。'}");
        assertThat(floor.said).containsExactly("ようこそ。 第1会議室です。");
        floor.saying.get(0).end(true);
        assertThat(Content.whole(Content.fields(given(goal), "result"), "error_code"))
                .isZero();
    }

    @Test
    void tells_that_its_speech_was_cut_short_or_cancelled() {
        Goal cut = set("say", "Say", "{'input': '長い話です。'}");
        floor.saying.get(0).end(false);
        assertThat(errorOf(cut)).isEqualTo(4);
        Goal cancelled = set("say", "Say", "{'input': '長い話です。'}");
        cancelled.cancel();
        assertThat(reason(cancelled)).isEqualTo(Reason.CANCELLED);
    }

    @Test
    void accepts_nothing_to_say_that_is_nothing_or_endless() {
        assertThat(reason(set("say", "Say", "{'input': ' <do wave()> '}"))).isEqualTo(Reason.IMPOSSIBLE);
        assertThat(reason(set("say", "Say", "{'input': '" + "あ".repeat(1_001) + "'}")))
                .isEqualTo(Reason.IMPOSSIBLE);
        assertThat(floor.said).isEmpty();
    }

    @Test
    void asks_one_thing_after_another_and_gives_the_answers_as_json() {
        Goal goal = set(
                "ask",
                "Ask",
                "{'question': 'お名前をお聞かせください。', 'answers_schema': '{\\'name\\': {\\'type\\': \\'string\\'},"
                        + " \\'age\\': {\\'type\\': \\'integer\\', \\'description\\': \\'おいくつですか。\\'},"
                        + " \\'tea\\': {\\'type\\': \\'boolean\\', \\'description\\': \\'お茶はいかがですか。\\'},"
                        + " \\'unasked\\': {\\'type\\': \\'string\\'}}'}");
        assertThat(floor.slots.get(0).kind()).isInstanceOf(Slot.Kind.Person.class);
        floor.values.get(0).end(Optional.of("田中"));
        floor.values.get(1).end(Optional.of("82"));
        floor.yesNo.get(0).end(Optional.of(true));
        assertThat(floor.asked).containsExactly("お名前をお聞かせください。", "おいくつですか。", "お茶はいかがですか。");
        assertThat(Content.text(given(goal), "answers")).isEqualTo("{\"name\":\"田中\",\"age\":82,\"tea\":true}");
    }

    @Test
    void gives_what_was_answered_before_the_person_fell_silent() {
        Goal goal = set(
                "ask",
                "Ask",
                "{'question': 'お茶はいかがですか。', 'answers_schema': '{\\'tea\\': {\\'type\\': \\'boolean\\'}}'}");
        floor.yesNo.get(0).end(Optional.empty());
        assertThat(Content.text(given(goal), "answers")).isEqualTo("{}");
    }

    @Test
    void takes_one_question_at_a_time_and_the_more_important() {
        String question = "'question': 'お茶はいかがですか。', 'answers_schema': '{\\'tea\\': {\\'type\\': \\'boolean\\'}}'";
        Goal first = set("ask", "Ask", "{'meta': {'priority': 128}, " + question + "}");
        Goal lower = set("chat", "Chat", "{'meta': {'priority': 100}}");
        assertThat(reason(lower)).isEqualTo(Reason.IMPOSSIBLE);
        Goal other = set("ask", "Ask", "{'meta': {'priority': 128}, " + question + "}");
        assertThat(errorOf(first)).isEqualTo(4);
        other.cancel();
        assertThat(reason(other)).isEqualTo(Reason.CANCELLED);
        set("chat", "Chat", "{'meta': {'priority': 1}}").cancel();
    }

    @Test
    void accepts_no_question_without_anything_to_answer() {
        assertThat(reason(set("ask", "Ask", "{'question': 'はい？'}"))).isEqualTo(Reason.IMPOSSIBLE);
        assertThat(reason(set("ask", "Ask", "{'question': 'はい？', 'answers_schema': '[1'}")))
                .isEqualTo(Reason.IMPOSSIBLE);
        assertThat(floor.asked).isEmpty();
    }

    @Test
    void chats_until_nobody_has_spoken_for_long() {
        Goal goal = set("chat", "Chat", "{'initiate': true, 'initial_input': 'こんにちは。'}");
        assertThat(floor.said).containsExactly("こんにちは。");
        now = now.plusSeconds(50);
        hear("いい天気ですね");
        now = now.plusSeconds(50);
        node.round();
        assertThat(goal.ending().toCompletableFuture()).isNotDone();
        now = now.plusSeconds(11);
        node.round();
        assertThat(Content.text(given(goal), "role_results")).isEqualTo("{}");
    }

    @Test
    void asks_in_a_chat_whose_role_is_to_ask_and_plays_no_role_it_does_not_know() {
        Goal goal = set(
                "chat",
                "Chat",
                "{'role': {'name': '__ask__', 'configuration': '{\\'question\\': \\'何時がよろしいですか。\\',"
                        + " \\'result_schema_properties\\': {\\'time\\': {\\'type\\': \\'string\\'}}}'}}");
        floor.values.get(0).end(Optional.of("15:30"));
        assertThat(Content.text(given(goal), "role_results")).isEqualTo("{\"time\":\"15:30\"}");
        assertThat(reason(set("chat", "Chat", "{'role': {'name': 'pirate'}}"))).isEqualTo(Reason.IMPOSSIBLE);
    }

    @Test
    void perceives_who_comes_speaks_and_leaves() {
        publish("/humans/persons/tracked", "hri_msgs/msg/IdsList", "{'ids': ['p1', 'a/b']}");
        publish("/humans/persons/p1/engagement_status", "hri_msgs/msg/EngagementLevel", "{'level': 3}");
        publish("/humans/persons/p1/voice_id", "std_msgs/msg/String", "{'data': 'v1'}");
        publish("/humans/voices/tracked", "hri_msgs/msg/IdsList", "{'ids': ['v1', 'anonymous_speaker']}");
        publish("/humans/voices/v1/is_speaking", "std_msgs/msg/Bool", "{'data': true}");
        publish("/humans/persons/tracked", "hri_msgs/msg/IdsList", "{}");
        publish("/humans/voices/v1/is_speaking", "std_msgs/msg/Bool", "{'data': false}");
        publish("/humans/voices/v1/is_speaking", "std_msgs/msg/Bool", "{'data': true}");
        assertThat(percepts)
                .containsExactly(
                        new Percept.PersonArrived("p1"),
                        new Percept.Speaker("p1", "robot"),
                        new Percept.PersonLeft("p1"),
                        new Percept.Speaker("", ""));
        assertThat(bus.isHeard("/humans/persons/p1/engagement_status")).isFalse();
        assertThat(bus.isHeard("/humans/voices/anonymous_speaker/is_speaking")).isFalse();
    }

    private void publish(String topic, String type, String message) {
        bus.publish(Endpoint.of(topic, type), Json.fields(message));
    }

    @Test
    void serves_and_tells_nothing_until_it_is_activated() {
        node.close();
        node = joined(settings(true));
        hear("お茶をください");
        assertThat(bus.published("/humans/voices/anonymous_speaker/speech")).isEmpty();
        assertThat(reason(set("say", "Say", "{'input': 'はい。'}"))).isEqualTo(Reason.UNREACHABLE);
        transition(1);
        transition(3);
        hear("お茶をください");
        assertThat(bus.published("/humans/voices/anonymous_speaker/speech")).hasSize(1);
        Goal chat = set("chat", "Chat", "{}");
        transition(4);
        assertThat(errorOf(chat)).isEqualTo(4);
        assertThat(bus.isHeard("/humans/persons/tracked")).isFalse();
    }

    private void transition(int id) {
        Patience.end(bus.call(
                Endpoint.of("/aizuchi/change_state", "lifecycle_msgs/srv/ChangeState"),
                Json.fields("{'transition': {'id': " + id + "}}"),
                Duration.ZERO));
    }

    @Test
    void publishes_no_more_than_its_parameters_say() {
        Patience.end(bus.call(
                Endpoint.of("/aizuchi/set_parameters", "rcl_interfaces/srv/SetParameters"),
                Json.fields("{'parameters': [{'name': 'publish_intents', 'value': {'type': 1}},"
                        + " {'name': 'incremental_speech', 'value': {'type': 1}}]}"),
                Duration.ZERO));
        understand("bring_item", Map.of());
        node.accept(new DialogueEvent.PartialHeard(1, now, "お茶を"));
        assertThat(bus.published("/intents")).isEmpty();
        assertThat(bus.published("/humans/voices/anonymous_speaker/speech")).isEmpty();
    }

    @Test
    void tells_how_it_is() {
        hear("お茶をください");
        node.accept(new DialogueEvent.Faulted(1, now, "voice", "no loudspeaker"));
        now = now.plusSeconds(3);
        node.round();
        List<Datum> status = Content.items(bus.published("/diagnostics").get(0), "status");
        assertThat(status)
                .extracting(each ->
                        Content.text((Datum.Fields) each, "name") + "=" + Content.whole((Datum.Fields) each, "level"))
                .containsExactly(
                        "aizuchi: link=0",
                        "aizuchi: recogniser=0",
                        "aizuchi: robot state=3",
                        "aizuchi: battery=1",
                        "aizuchi: faults=1");
        assertThat(status.toString()).contains("120", "3000", "0.20").doesNotContain("no loudspeaker");
    }

    @Test
    void hears_what_another_recogniser_publishes_and_does_not_publish_it_again() {
        node.close();
        node = joined(new DialogueNode.Settings(
                "/aizuchi", "", "own", "ja-JP", Duration.ofSeconds(60), List.of("anonymous_speaker"), false));
        String topic = "/humans/voices/anonymous_speaker/speech";
        publish(topic, "hri_msgs/msg/LiveSpeech", "{'incremental': 'お茶を'}");
        publish(topic, "hri_msgs/msg/LiveSpeech", "{'final': 'お茶をください', 'confidence': 0.7}");
        publish(topic, "hri_msgs/msg/LiveSpeech", "{'final': 'はい'}");
        assertThat(heard).extracting(Recognition::text).containsExactly("お茶をください", "はい");
        assertThat(heard).extracting(Recognition::confidence).containsExactly(0.7, 1.0);
        hear("お茶をください");
        assertThat(bus.published("/humans/voices/own/speech")).isEmpty();
    }

    @Test
    void stands_below_the_names_of_its_robot() {
        node.close();
        node = joined(settings("/robot1/aizuchi", "/robot1", "v1", false));
        hear("お茶をください");
        assertThat(bus.published("/robot1/humans/voices/v1/speech")).hasSize(1);
        Goal goal = bus.begin(
                Endpoint.of("/robot1/skill/say", "communication_skills/action/Say"),
                Json.fields("{'input': 'はい。'}"),
                Duration.ZERO,
                none -> {});
        floor.saying.get(0).end(true);
        assertThat(given(goal).values()).containsKey("result");
        node.round();
        assertThat(bus.published("/diagnostics").toString()).contains("robot1/aizuchi: link");
    }

    @Test
    void takes_no_names_that_ros_does_not() {
        assertThatThrownBy(() -> settings("aizuchi", "", "v", false)).hasMessageContaining("/aizuchi");
        assertThatThrownBy(() -> settings("/aizuchi", "robot1", "v", false)).hasMessageContaining("/robot1");
        assertThatThrownBy(() -> settings("/aizuchi", "", "a/b", false)).hasMessageContaining("a/b");
    }
}
