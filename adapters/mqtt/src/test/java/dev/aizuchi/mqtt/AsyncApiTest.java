package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Wire.Ack;
import dev.aizuchi.mqtt.Wire.Ending;
import dev.aizuchi.mqtt.Wire.Order;
import dev.aizuchi.mqtt.Wire.Progress;
import dev.aizuchi.mqtt.Wire.Signal;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome.Completed;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The catalogue of topics says what the code does, because it is made from it. */
class AsyncApiTest {
    private static final Instant AT = Instant.parse("2026-04-01T09:00:00Z");
    private static final Signal SIGNAL = new Signal("r", 1);

    /** After a change of topics or payloads: {@code -Daizuchi.asyncapi=write} writes the file anew. */
    @Test
    void the_catalogue_is_what_the_code_generates() throws IOException {
        Path file = Path.of("asyncapi.yaml");
        Map<Topic, List<byte[]>> samples = samples();
        assertThat(samples).containsOnlyKeys(Topic.values());
        String generated = AsyncApi.write(samples);
        if ("write".equals(System.getProperty("aizuchi.asyncapi"))) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file))
                .as("asyncapi.yaml; run this test with -Daizuchi.asyncapi=write, and look at what has changed")
                .isEqualTo(generated);
    }

    private static Map<Topic, List<byte[]>> samples() {
        Command command = new Command("c", new Action.Rotate(90), Duration.ofSeconds(1));
        RobotState state = new RobotState(AT, 1, 2, 3, 0, 1, false, false, "");
        List<Limit> limits = List.of(
                new Limit.Range("a", 0, 1),
                new Limit.OneOf("b", List.of("右")),
                new Limit.AnyText("c", 9),
                new Limit.YesNo("d"));
        RobotProfile profile = new RobotProfile(
                "r", List.of(new Capability("rotate", Effect.NONE, true, limits)), 0.1, Duration.ofSeconds(1));
        return Map.ofEntries(
                Map.entry(Topic.COMMAND, List.of(Wire.order(new Order("r", AT, command)))),
                Map.entry(Topic.ACK, List.of(Wire.ack(new Ack("c", Ack.Result.ACCEPTED, "")))),
                Map.entry(Topic.PROGRESS, List.of(Wire.progress(new Progress("c", 0.5)))),
                Map.entry(
                        Topic.OUTCOME,
                        List.of(
                                Wire.ending(new Ending("c", new Completed())),
                                Wire.ending(new Ending("c", new Failed(Reason.BUSY, ""))))),
                Map.entry(Topic.CANCEL, List.of(Wire.cancel("c"))),
                Map.entry(Topic.STOP, List.of(Wire.signal(SIGNAL))),
                Map.entry(Topic.RESUME, List.of(Wire.signal(SIGNAL))),
                Map.entry(Topic.STATE, List.of(Wire.state(state))),
                Map.entry(Topic.PERCEPT, List.of(Wire.percept(new Percept.Bumper()))),
                Map.entry(Topic.HEARTBEAT, List.of(Wire.signal(SIGNAL))),
                Map.entry(Topic.STATUS, List.of(Wire.status(true))),
                Map.entry(Topic.PROFILE, List.of(Wire.profile(profile))));
    }
}
