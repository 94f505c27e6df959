package dev.aizuchi.core;

import static dev.aizuchi.core.Told.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put off outlives the agent. */
class RemindersTest {
    private static final byte[] KEY = new byte[Seal.KEY_BYTES];

    private final ManualLanes lanes = new ManualLanes();
    private final List<DialogueEvent> events = new ArrayList<>();
    private final Queue<Runnable> writes = new ArrayDeque<>();

    @TempDir
    private Path folder;

    @Test
    void what_is_still_to_come_after_a_restart_comes_at_its_time() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        agent();
        lanes.advance(Duration.ofMinutes(9));
        assertThat(said(events)).doesNotContain("お薬です。");
        lanes.advance(Duration.ofMinutes(1));
        assertThat(said(events)).containsOnlyOnce("お薬です。").noneMatch(text -> text.contains("遅れました"));
    }

    @Test
    void what_fell_due_while_the_robot_was_off_is_told_at_the_start_with_how_late_it_comes() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        away(Duration.ofMinutes(50));
        agent();
        String late = "お知らせが40分遅れました。申し訳ありません。";
        assertThat(said(events)).containsExactly("お知らせします。", late, "お薬です。", late, "もう一度です。");
    }

    @Test
    void what_was_told_does_not_come_again() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        lanes.advance(Duration.ofMinutes(10));
        lanes.advance(Duration.ofMinutes(10));
        agent();
        lanes.advance(Duration.ofHours(1));
        assertThat(said(events)).containsExactly("お知らせします。", "お薬です。", "もう一度です。");
    }

    @Test
    void what_was_taken_back_does_not_come_after_a_restart() throws IOException {
        Agent first = agent();
        hear(first, "薬の時間を知らせて");
        hear(first, "さっきのは取り消して");
        agent();
        lanes.advance(Duration.ofHours(1));
        assertThat(said(events)).doesNotContain("お薬です。");
    }

    @Test
    void what_fell_due_too_long_ago_is_forgotten_and_the_file_no_longer_has_it() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        away(Duration.ofHours(30));
        agent();
        assertThat(said(events)).containsExactly("お知らせします。");
        assertThat(faults()).containsExactly("2 fell due too long ago to be told any more and were forgotten");
        assertThat(file().before()).isEmpty();
    }

    @Test
    void the_promise_is_given_once_it_will_be_kept() throws IOException {
        Agent agent = started(writes::add, Map.of());
        hear(agent, "薬の時間を知らせて");
        assertThat(said(events)).isEmpty();
        while (!writes.isEmpty()) {
            writes.remove().run();
            lanes.run();
        }
        assertThat(said(events)).containsExactly("お知らせします。");
    }

    @Test
    void a_full_disk_is_told_and_the_reminder_still_comes() throws IOException {
        Agent agent = agent();
        Files.createDirectories(folder.resolve("reminders.new/in-the-way"));
        hear(agent, "薬の時間を知らせて");
        lanes.advance(Duration.ofMinutes(10));
        assertThat(faults()).isNotEmpty().allMatch(fault -> fault.contains("free the disk"));
        assertThat(said(events))
                .startsWith("お知らせします。", "申し訳ありません、ただいま控えておくことができません。電源が切れますと、お知らせできなくなります。")
                .contains("お薬です。");
    }

    @Test
    void who_takes_a_reminder_back_after_a_restart_takes_back_no_call() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        Agent second = started(Runnable::run, Map.of());
        hear(second, "さっきのお知らせは取り消して");
        lanes.advance(Duration.ofHours(1));
        assertThat(said(events)).containsExactly("お知らせします。", "承知しました。やめておきます。");
    }

    @Test
    void what_no_skill_knows_any_more_waits_for_the_skill() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        Agent without = started(Runnable::run, Map.of("薬の時間を知らせて", "other"));
        assertThat(faults()).hasSize(1).allMatch(fault -> fault.contains("load the skill"));
        without.exchangeSkills(List.of(skill("remind")));
        lanes.run();
        lanes.advance(Duration.ofMinutes(10));
        assertThat(said(events)).contains("お薬です。");
    }

    @Test
    void no_word_stands_in_the_file_and_only_its_owner_reads_it() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        String bytes = Files.readString(folder.resolve("reminders"), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
                .isNotEmpty()
                .doesNotContain(
                        "remind", new String("薬".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(Files.getPosixFilePermissions(folder.resolve("reminders"))).hasSize(2);
    }

    @Test
    void another_key_and_a_changed_file_are_told_with_the_cure() throws IOException {
        hear(agent(), "薬の時間を知らせて");
        byte[] other = KEY.clone();
        other[0] = 1;
        assertThatThrownBy(() -> ReminderFile.open(
                        folder.resolve("reminders"), new Seal(other, new SecureRandom()), Duration.ofHours(24)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bring the key back");
        byte[] bytes = Files.readAllBytes(folder.resolve("reminders"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("reminders"), bytes);
        assertThatThrownBy(this::file).isInstanceOf(IOException.class);
    }

    private void away(Duration time) {
        lanes.forgetDelayed();
        lanes.advance(time);
    }

    private ReminderFile file() throws IOException {
        return ReminderFile.open(folder.resolve("reminders"), new Seal(KEY, new SecureRandom()), Duration.ofHours(24));
    }

    private Agent agent() throws IOException {
        return started(Runnable::run, Map.of());
    }

    /** Start anew: of the agent before it nothing is left but the file. */
    private Agent started(java.util.concurrent.Executor writing, Map<String, String> intents) throws IOException {
        lanes.forgetDelayed();
        Agent agent = Agent.builder(new FakeRobot(), Site.at(new Place("食堂")))
                .lanes(lanes)
                .skills(List.of(skill(intents.getOrDefault("薬の時間を知らせて", "remind"))))
                .reminders(file())
                .reading(writing)
                .observer(events::add)
                .start(known ->
                        text -> List.of(new Match(text.contains("取り消して") ? "cancel_call" : "remind", "", Map.of(), 1)));
        lanes.run();
        lanes.advance(Duration.ZERO);
        return agent;
    }

    /** Two at one time: which of them was told must not be forgotten either. */
    private static Skill skill(String intent) {
        return () -> SkillSpec.named("test")
                .on(
                        intent,
                        List.of("薬の時間を知らせて"),
                        turn -> Reply.nothing()
                                .thenLater(turn.now().plusMinutes(10), Reply.say("お薬です。"))
                                .thenLater(turn.now().plusMinutes(10), Reply.say("もう一度です。"))
                                .thenSay("お知らせします。"))
                .onTakingBack("cancel_call", List.of("呼び出しを取り消して"), turn -> Reply.say("呼び出しを取り消します。"));
    }

    private void hear(Agent agent, String text) {
        agent.hear(text);
        lanes.run();
    }

    private List<String> faults() {
        return events.stream()
                .filter(DialogueEvent.Faulted.class::isInstance)
                .map(event -> ((DialogueEvent.Faulted) event).message())
                .toList();
    }
}
