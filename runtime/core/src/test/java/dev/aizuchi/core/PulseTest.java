package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Place;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PulseTest {
    @Test
    void the_robot_hears_from_the_dialogue_thread_and_from_no_other_that_it_lives() throws Exception {
        BlockingQueue<String> beats = new LinkedBlockingQueue<>();
        FakeRobot robot = new FakeRobot();
        robot.onAlive = () -> beats.add(Thread.currentThread().getName());
        try (Agent agent = Agent.builder(robot, Site.at(new Place("食堂"))).start(PhraseInterpreter::of)) {
            assertThat(agent).isNotNull();
            for (int i = 0; i < 3; i++) {
                assertThat(beats.poll(10, TimeUnit.SECONDS)).isEqualTo("dialogue");
            }
        }
    }

    @Test
    void a_watchdog_hears_it_too_whatever_the_robot_does() throws Exception {
        BlockingQueue<String> beats = new LinkedBlockingQueue<>();
        FakeRobot robot = new FakeRobot();
        robot.onAlive = () -> {
            throw new IllegalStateException("on purpose");
        };
        try (Agent agent = Agent.builder(robot, Site.at(new Place("食堂")))
                .watchdog(() -> beats.add(Thread.currentThread().getName()))
                .start(PhraseInterpreter::of)) {
            assertThat(agent).isNotNull();
            assertThat(beats.poll(10, TimeUnit.SECONDS)).isEqualTo("dialogue");
            assertThat(beats.poll(10, TimeUnit.SECONDS)).isEqualTo("dialogue");
        }
    }

    @Test
    void a_robot_that_fails_once_hears_the_next_beat_all_the_same() throws Exception {
        BlockingQueue<String> beats = new LinkedBlockingQueue<>();
        FakeRobot robot = new FakeRobot();
        robot.onAlive = () -> {
            beats.add("beat");
            throw new IllegalStateException("on purpose");
        };
        try (Agent agent = Agent.builder(robot, Site.at(new Place("食堂"))).start(PhraseInterpreter::of)) {
            assertThat(agent).isNotNull();
            assertThat(beats.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(beats.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
