package dev.aizuchi.robotprofile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.speech.Talker;
import dev.aizuchi.testkit.ScriptedBus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OwnVoiceTest {
    private static final String BY_ACTION = """
            name: talking
            buses: { ros: { use: rcl } }
            actions:
              say:
                effect: none
                parameters: { text: { max-length: 12 } }
                time-limit-s: 60
                steps:
                  - { on: ros, goal: /tts, fields: { input: "${text}", locale: ja_JP } }
            """;
    private static final String BY_TOPIC = BY_ACTION.replace(
            "goal: /tts, fields: { input: \"${text}\", locale: ja_JP }",
            "publish: /speech, fields: { data: \"${text}\" }");

    private final ScriptedBus bus = new ScriptedBus();
    private final SteppedPace pace = new SteppedPace(Instant.parse("2026-04-01T09:00:00Z"));
    private final List<String> said = new ArrayList<>();
    private final List<ScriptedBus.Task> tasks = new ArrayList<>();

    @Test
    void a_sentence_has_been_said_when_the_robot_says_so_a_long_one_in_parts() {
        Talker voice = talking(BY_ACTION);
        CompletableFuture<String> ended = say(voice, "お待たせしました、お茶をお持ちしました。");
        assertThat(said).containsExactly("お待たせしました、");
        end(new Answer.Given(Datum.Fields.NONE));
        assertThat(said).containsExactly("お待たせしました、", "お茶をお持ちしました。");
        assertThat(ended).isNotDone();
        end(new Answer.Given(Datum.Fields.NONE));
        assertThat(ended).isCompletedWithValue("");
    }

    @Test
    void a_cut_cancels_what_is_said_and_says_no_further_part() {
        Talker voice = talking(BY_ACTION);
        CompletableFuture<String> ended = say(voice, "お待たせしました、お茶をお持ちしました。");
        List<String> cancelled = new ArrayList<>();
        tasks.get(0).onCancel(() -> cancelled.add("cancel"));
        voice.cut();
        assertThat(ended).isCompletedWithValue("");
        assertThat(cancelled).hasSize(1);
        end(new Answer.Failed(Reason.CANCELLED, "cancelled"));
        voice.cut();
        assertThat(said).hasSize(1);
        assertThat(say(voice, "はい。")).isNotDone();
        assertThat(said).endsWith("はい。");
    }

    @Test
    void a_robot_that_cannot_say_it_is_told_of() {
        Talker voice = talking(BY_ACTION);
        CompletableFuture<String> ended = say(voice, "はい。");
        end(new Answer.Aborted(Datum.Fields.NONE));
        assertThat(ended.join()).contains("the robot's own voice failed", "FAULT");
        bus.link(false);
        assertThat(say(voice, "はい。").join()).contains("UNREACHABLE");
    }

    @Test
    void what_is_published_lasts_as_long_as_people_take_for_it() {
        Talker voice = talking(BY_TOPIC);
        CompletableFuture<String> ended = say(voice, "はい、どうぞ。");
        pace.advance(Duration.ofMillis(500));
        assertThat(bus.sent()).hasSize(1);
        assertThat(ended).isNotDone();
        pace.advance(Duration.ofSeconds(2));
        assertThat(ended).isCompletedWithValue("");
    }

    @Test
    void an_act_that_does_more_than_speak_is_no_voice() {
        assertThat(robot(BY_ACTION.replace("effect: none", "effect: reversible"))
                        .talker())
                .isEmpty();
        assertThat(robot(BY_ACTION.replace("effect: none", "effect: none\n    moves: true"))
                        .talker())
                .isEmpty();
        assertThat(robot(BY_ACTION.replace("say:", "shout:")).talker()).isEmpty();
    }

    private MappedRobot robot(String file) {
        return MappedRobot.open(RobotFileReader.of("robot.yaml", file).file(), Map.of("ros", bus), pace);
    }

    private Talker talking(String file) {
        bus.act("/tts", (goal, task) -> {
            said.add(((Datum.Text) goal.values().getOrDefault("input", new Datum.Text(""))).value());
            tasks.add(task);
        });
        return robot(file).talker().orElseThrow();
    }

    private CompletableFuture<String> say(Talker voice, String sentence) {
        CompletableFuture<String> ended = voice.say(sentence).toCompletableFuture();
        pace.advance(Duration.ofMillis(1));
        return ended;
    }

    private void end(Answer answer) {
        tasks.get(tasks.size() - 1).end(answer);
        pace.advance(Duration.ofMillis(1));
    }
}
