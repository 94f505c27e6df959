package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A skill that hangs, also one that no interrupt ends, holds up no stop: neither the robot's nor what is said of it.
 */
@Timeout(60)
class HangingSkillTest {
    private final FakeRobot robot = new FakeRobot();
    private final BlockingQueue<DialogueEvent> events = new LinkedBlockingQueue<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final Semaphore released = new Semaphore(0);

    @Test
    void a_stop_comes_before_the_skill_has_answered_or_its_time_is_up() throws InterruptedException {
        try (Agent agent = agent()) {
            agent.hear("固まって");
            entered.await();
            agent.stop("key");
            assertThat(robot.stops).as("the robot stands when the call returns").isEqualTo(1);
            DialogueEvent event = events.take();
            while (!(event instanceof DialogueEvent.Stopped)) {
                // A fault would tell that the skill's time was up, and an answer that it was waited for.
                assertThat(event).isNotInstanceOf(DialogueEvent.Faulted.class);
                assertThat(event instanceof DialogueEvent.Said said ? said.text() : "")
                        .isNotEqualTo("終わりました。");
                event = events.take();
            }
            agent.hear("ありがとう");
            assertThat(next(DialogueEvent.Said.class).text()).startsWith("止まります");
            assertThat(next(DialogueEvent.Said.class).text()).isEqualTo("どういたしまして。");
        } finally {
            released.release(10);
        }
    }

    private <T extends DialogueEvent> T next(Class<T> kind) throws InterruptedException {
        DialogueEvent event = events.poll(30, TimeUnit.SECONDS);
        while (event != null && !kind.isInstance(event)) {
            event = events.poll(30, TimeUnit.SECONDS);
        }
        return kind.cast(java.util.Objects.requireNonNull(event, kind.getSimpleName()));
    }

    private Agent agent() {
        return Agent.builder(robot, Site.at(new Place("食堂")))
                .lanes(Lanes.onThread(InstantSource.system()))
                .skills(List.of(() -> SkillSpec.named("test")
                        .on("hang", List.of("固まって"), turn -> hang())
                        .on("thanks", List.of("ありがとう"), turn -> Reply.say("どういたしまして。"))))
                .observer(events::add)
                .start(PhraseInterpreter::of);
    }

    private Reply hang() {
        entered.countDown();
        released.acquireUninterruptibly();
        return Reply.say("終わりました。");
    }
}
