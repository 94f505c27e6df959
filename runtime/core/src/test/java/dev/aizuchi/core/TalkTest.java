package dev.aizuchi.core;

import static dev.aizuchi.core.Told.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.fence.Fence;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Message;
import dev.aizuchi.language.Prompt.Speaker;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final String OTHERWISE = "そうなのですね。";

    private final ManualLanes lanes = new ManualLanes();
    private final Queue<Runnable> reading = new ArrayDeque<>();
    private final List<DialogueEvent> events = new ArrayList<>();
    private final Played model = new Played();

    @Test
    void speaks_what_the_model_writes_sentence_by_sentence() {
        Agent agent = agent();
        hear(agent, "いい天気だね", "気持ちのいい", "お天気ですね。お散歩が", "楽しみですね。");
        assertThat(said(events)).containsExactly("気持ちのいいお天気ですね。", "お散歩が楽しみですね。");
        assertThat(events).anyMatch(event -> event instanceof DialogueEvent.Said said && said.smallTalk());
    }

    @Test
    void says_the_fixed_sentence_for_an_answer_that_may_not_be_spoken() {
        Agent agent = agent();
        hear(agent, "眠れない", "睡眠薬を飲む", "とよいですよ。");
        assertThat(said(events)).containsExactly(OTHERWISE);
    }

    @Test
    void leaves_off_where_an_answer_goes_wrong() {
        Agent agent = agent();
        hear(agent, "寒いね", "冷えますね。毛布をお持ちします。暖かくなりますね。");
        assertThat(said(events)).containsExactly("冷えますね。");
        assertThat(model.last().isCancelled()).isTrue();
    }

    @Test
    void speaks_no_half_sentence_of_an_answer_that_was_cut_off() {
        Agent agent = agent();
        model.reason = Generation.Reason.LENGTH;
        hear(agent, "寒いね", "冷えますね。お体を");
        assertThat(said(events)).containsExactly("冷えますね。");
    }

    @Test
    void says_the_fixed_sentence_when_the_model_is_late_and_nothing_after_it() {
        Agent agent = agent();
        agent.hear("寒いね");
        lanes.run();
        lanes.advance(Duration.ofSeconds(3));
        lanes.run();
        assertThat(said(events)).containsExactly("少々お待ちください。", OTHERWISE);
        assertThat(model.last().isCancelled()).isTrue();
        model.last().pieces.add("冷えますね。");
        read();
        assertThat(said(events)).containsExactly("少々お待ちください。", OTHERWISE);
    }

    @Test
    void asks_to_wait_only_when_the_first_sentence_is_not_there_after_700_ms() {
        Agent agent = agent();
        agent.hear("寒いね");
        lanes.run();
        lanes.advance(Duration.ofMillis(680));
        lanes.run();
        assertThat(said(events)).isEmpty();
        lanes.advance(Duration.ofMillis(40));
        lanes.run();
        assertThat(said(events)).containsExactly("少々お待ちください。");
    }

    @Test
    void tells_of_a_model_that_fails_and_goes_on() {
        Agent agent = agent();
        model.reason = Generation.Reason.FAILED;
        hear(agent, "寒いね");
        assertThat(said(events)).containsExactly(OTHERWISE);
        assertThat(events)
                .anyMatch(event -> event instanceof DialogueEvent.Faulted fault
                        && fault.part().equals("generator")
                        && fault.message().equals("why"));
    }

    @Test
    void drops_an_answer_when_somebody_speaks_or_the_robot_is_stopped() {
        Agent agent = agent();
        agent.hear("寒いね");
        lanes.run();
        Written first = model.last();
        hear(agent, "いい天気だね", "いいお天気ですね。");
        assertThat(first.isCancelled()).isTrue();
        assertThat(said(events)).containsExactly("いいお天気ですね。");
        agent.hear("寒いね");
        lanes.run();
        agent.stop("key");
        lanes.run();
        assertThat(model.last().isCancelled()).isTrue();
        read();
        assertThat(said(events)).last().asString().contains("止まります");
    }

    @Test
    void tells_the_model_how_to_talk_and_what_went_before() {
        Agent agent = agent();
        hear(agent, "寒いね", "冷えますね。");
        hear(agent, "冬だもの", "冬らしいですね。");
        Prompt prompt = model.prompts.get(model.prompts.size() - 1);
        assertThat(prompt.system()).contains("約束せず");
        assertThat(prompt.facts()).contains("面会は午前十時からです。").anyMatch(fact -> fact.contains("曜日"));
        assertThat(prompt.turns())
                .endsWith(
                        new Message(Speaker.PERSON, "寒いね"),
                        new Message(Speaker.ROBOT, "冷えますね。"),
                        new Message(Speaker.PERSON, "冬だもの"));
    }

    @Test
    void says_the_fixed_sentence_where_there_is_no_model() {
        Agent agent = builder().start(intents -> text -> List.of(new Match("talk", "", Map.of(), 1)));
        agent.hear("寒いね");
        lanes.run();
        assertThat(said(events)).containsExactly(OTHERWISE);
    }

    @Test
    void shows_only_examples_that_pass_its_own_fence() {
        Fence fence = Fence.standard();
        assertThat(chatter().examples())
                .filteredOn(message -> message.speaker() == Speaker.ROBOT)
                .isNotEmpty()
                .allSatisfy(message -> {
                    var reply = fence.reply(List.of(), "", 3);
                    reply.push(message.text());
                    reply.end();
                    assertThat(reply.breach()).as(message.text()).isEmpty();
                });
    }

    private Agent agent() {
        return builder()
                .chatter(chatter())
                .reading(reading::add)
                .start(intents -> text -> List.of(new Match("talk", "", Map.of(), 1)));
    }

    private Agent.Builder builder() {
        Skill skill = () -> SkillSpec.named("talk").on("寒いね", turn -> Reply.talk(OTHERWISE));
        return Agent.builder(new FakeRobot(), Site.at(new Place("食堂")))
                .lanes(lanes)
                .skills(List.of(skill))
                .observer(events::add);
    }

    private Chatter chatter() {
        return new Chatter(model, Fence.standard(), List.of("面会は午前十時からです。"), Duration.ofSeconds(3));
    }

    private void hear(Agent agent, String text, String... pieces) {
        agent.hear(text);
        lanes.run();
        model.last().pieces.addAll(List.of(pieces));
        read();
    }

    private void read() {
        while (!reading.isEmpty()) {
            reading.remove().run();
        }
        lanes.run();
    }

    /** Write what the test says. */
    private static final class Played implements LanguageModel {
        final List<Prompt> prompts = new ArrayList<>();
        final List<Written> written = new ArrayList<>();
        Generation.Reason reason = Generation.Reason.COMPLETE;

        @Override
        public Generation generate(Prompt prompt, Generation.Limits limits) {
            prompts.add(prompt);
            written.add(new Written(reason));
            return last();
        }

        Written last() {
            return written.get(written.size() - 1);
        }

        @Override
        public void close() {}
    }

    private static final class Written implements Generation {
        final Queue<String> pieces = new ArrayDeque<>();
        private final Reason reason;
        private boolean cancelled;

        Written(Reason reason) {
            this.reason = reason;
        }

        boolean isCancelled() {
            return cancelled;
        }

        @Override
        public Optional<String> next() {
            return cancelled ? Optional.empty() : Optional.ofNullable(pieces.poll());
        }

        @Override
        public void cancel() {
            // Once it has ended, there is nothing left to cancel.
            cancelled = cancelled || !pieces.isEmpty() || reason == Reason.COMPLETE;
        }

        @Override
        public Ending ending() {
            boolean cut = cancelled && !pieces.isEmpty();
            return new Ending(
                    cut ? Reason.CANCELLED : reason,
                    reason == Reason.FAILED ? "why" : "",
                    new Usage(0, 0, 0, Duration.ZERO, Duration.ZERO));
        }
    }
}
