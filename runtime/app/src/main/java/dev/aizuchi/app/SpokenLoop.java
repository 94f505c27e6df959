package dev.aizuchi.app;

import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.mqtt.MqttRobotServer;
import dev.aizuchi.mqtt.MqttSettings;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.RealTime;
import dev.aizuchi.sim.World;
import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Join the whole loop in one process: recorded speech, the real ears, dialogue and gate, the real MQTT adapter, an
 * embedded broker, and the simulated robot behind it.
 */
final class SpokenLoop implements AutoCloseable {
    private static final String BROKER = "@BROKER@";
    private static final String LOUDSPEAKER = "{ use: speaker, with: { device: default } }";

    /** What becomes of what the robot says. */
    enum Mouth {
        /** It is heard. */
        LOUDSPEAKER,
        /** It is made and takes its time, without a sound. */
        SILENT,
        /** It is only written. */
        NONE
    }

    private final Closer closer = new Closer();
    private final World world = new World(FloorPlan.care(), Instant.now(), 1);
    private final PlayedMicrophone microphone = new PlayedMicrophone();
    private final AgentRuntime runtime;

    /**
     * Start everything.
     *
     * @param speed how fast the simulated floor runs
     * @param probe wraps the robot where the MQTT adapter meets it, to measure there
     * @param observers watch the events
     */
    SpokenLoop(double speed, Mouth mouth, UnaryOperator<Robot> probe, List<Consumer<DialogueEvent>> observers) {
        try {
            // At once: a world that begins to run later would tell of a past that counts as stale.
            closer.keep(RealTime.run(world, speed));
            EmbeddedBroker broker = closer.keep(EmbeddedBroker.start(0));
            closer.keep(MqttRobotServer.start(MqttSettings.of(broker.uri(), "care-1"), probe.apply(world.robot())));
            ConfigFile file = ConfigFile.of(
                    "the demo's configuration",
                    resource("demo/agent.yaml")
                            .replace(BROKER, broker.uri().toString())
                            .replace(LOUDSPEAKER, mouth == Mouth.LOUDSPEAKER ? LOUDSPEAKER : "{ use: silent }"),
                    Home.here().paths(Home.here().directory()));
            runtime = closer.keep(AgentRuntime.open(file, new Plugins(), mouth == Mouth.NONE, observers));
            // Closed first: native code must not be torn down under a thread that is in it.
            closer.keep(listening());
        } catch (RuntimeException e) {
            closer.close();
            throw e;
        }
    }

    World world() {
        return world;
    }

    AgentRuntime runtime() {
        return runtime;
    }

    /** Let the microphone hear a recording; {@code begun} is told as its first 20 ms are handed over. */
    void play(short[] samples, Runnable begun) {
        microphone.play(samples, begun);
    }

    /** Wait until nothing is played, said or done any more. */
    boolean awaitQuiet(Duration longest) throws InterruptedException {
        CountDownLatch quiet = new CountDownLatch(1);
        runtime.agent().whenIdle(quiet::countDown);
        return quiet.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closer.close();
    }

    /** Listen on a thread of its own, which has left the recogniser when its closing returns. */
    private AutoCloseable listening() {
        Thread thread = new Thread(
                () -> {
                    try {
                        runtime.listen(microphone);
                    } catch (AudioException e) {
                        runtime.agent().fault("hearing", String.valueOf(e.getMessage()));
                    }
                },
                "audio");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            microphone.close();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        };
    }

    static String resource(String name) {
        try (InputStream in = SpokenLoop.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
