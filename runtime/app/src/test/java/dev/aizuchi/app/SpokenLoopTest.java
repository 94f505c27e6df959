package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The whole way, in real time: sound, Vosk, a skill, the gate, MQTT through a broker, the simulated robot. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpokenLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<DialogueEvent> events = new LinkedBlockingQueue<>();
    private final SpokenLoop loop =
            new SpokenLoop(1, SpokenLoop.Mouth.NONE, UnaryOperator.identity(), List.of(events::add));

    @BeforeEach
    void forget() {
        events.clear();
    }

    @AfterAll
    void close() {
        loop.close();
    }

    @Test
    void a_recorded_call_reaches_the_robot_and_is_told_when_it_is_done() throws Exception {
        play("06-nurse.wav");
        await(event ->
                event instanceof DialogueEvent.Commanded commanded && commanded.action() instanceof Action.CallHuman);
        await(event -> event instanceof DialogueEvent.Completed);
        await(event -> event instanceof DialogueEvent.Said);
        assertThat(loop.awaitQuiet(PATIENCE)).isTrue();
    }

    @Test
    void a_recorded_stop_word_stops_a_driving_robot() throws Exception {
        play("02-water.wav");
        await(event ->
                event instanceof DialogueEvent.Commanded commanded && commanded.action() instanceof Action.Navigate);
        await(event -> event instanceof DialogueEvent.Progressed);
        assertThat(loop.world().robot().state().speed()).isPositive();
        play("03-stop.wav");
        await(event -> event instanceof DialogueEvent.Stopped);
        await(event -> event instanceof DialogueEvent.Failed);
        assertThat(loop.world().robot().state().speed()).isZero();
        assertThat(loop.world().robot().state().stopped()).isTrue();
        play("04-resume.wav");
        await(event -> event instanceof DialogueEvent.Resumed);
        assertThat(loop.awaitQuiet(PATIENCE)).isTrue();
    }

    @Test
    void white_noise_moves_nothing() throws Exception {
        Random random = new Random(7);
        short[] noise = new short[16_000 * 4];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 3_000);
        }
        short[] greeting = Home.wavResource("demo/12-hello.wav").samples();
        short[] both = Arrays.copyOf(noise, noise.length + 16_000 + greeting.length);
        System.arraycopy(greeting, 0, both, noise.length + 16_000, greeting.length);
        loop.play(both, () -> {});
        // The greeting behind it shows that the noise was heard out and left the ears in order.
        await(event -> {
            assertThat(event).isNotInstanceOf(DialogueEvent.Commanded.class);
            return event instanceof DialogueEvent.Understood understood
                    && understood.intent().equals("greeting");
        });
    }

    private void play(String recording) {
        loop.play(Home.wavResource("demo/" + recording).samples(), () -> {});
    }

    private void await(Predicate<DialogueEvent> wanted) throws InterruptedException {
        List<DialogueEvent> seen = new ArrayList<>();
        while (true) {
            DialogueEvent event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(event).as("nothing more happened after %s", seen).isNotNull();
            seen.add(event);
            if (wanted.test(event)) {
                return;
            }
        }
    }
}
