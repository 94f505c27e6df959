package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.mqtt.MqttBusProvider;
import dev.aizuchi.mqtt.MqttBusSettings;
import dev.aizuchi.robotprofile.RobotFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class RobotCommandTest {
    private static final String DEFINITIONS = Path.of("src/test/resources/definitions")
            .toAbsolutePath()
            .normalize()
            .toString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void lists_every_ready_file_with_what_it_is_for() {
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .hasSameSizeAs(RobotFiles.ready())
                .allMatch(line -> line.matches("[a-z0-9]+ +\\S.*"))
                .anyMatch(line -> line.startsWith("nav2 ") && line.contains("Nav2"));
    }

    @Test
    void shows_a_ready_file_that_passes_its_check() throws IOException {
        for (String name : RobotFiles.ready()) {
            out.getBuffer().setLength(0);
            assertThat(run("show", name)).isZero();
            String file = write(name + ".yaml", out.toString());
            assertThat(run("check", file)).isZero();
            assertThat(out.toString())
                    .contains(name + ".yaml: no faults; fields and types of messages are checked by --connect\n");
        }
    }

    @Test
    void names_the_nearest_ready_file() {
        assertThat(run("show", "nav3")).isEqualTo(2);
        assertThat(err.toString()).contains("no ready robot nav3; did you mean nav2?");
    }

    @Test
    void lists_all_faults_of_all_files_and_fails() throws IOException {
        String wrong = write(
                "wrong.yaml",
                RobotFiles.text("hsr").replace("        closing: {}\n", "").replace("min: -180", "min: 190"));
        String sound = write("sound.yaml", RobotFiles.text("bed"));
        String none = folder.resolve("none.yaml").toString();
        assertThat(run("check", wrong, sound, none)).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("wrong.yaml:\\d+: actions.rotate.steps.0: moves and is repeated, .* write closing")
                .containsPattern("wrong.yaml: [2-9] faults")
                .contains("sound.yaml: no faults", "none.yaml: no such file", "none.yaml: 1 fault");
    }

    @Test
    void every_field_and_type_of_a_ready_file_is_in_the_definitions_that_it_names() throws IOException {
        try (QuietBridge bridge = new QuietBridge()) {
            for (String name : RobotFiles.ready()) {
                String file = write(name + ".yaml", connected(name, bridge));
                assertThat(run("check", "--connect", file)).as(out.toString()).isZero();
            }
        }
    }

    @Test
    void a_field_that_a_definition_lacks_is_found_once_it_is_connected() throws IOException {
        try (QuietBridge bridge = new QuietBridge()) {
            String nav2 = connected("nav2", bridge);
            String wrong = write("wrong.yaml", nav2.replace("target_yaw", "target_jaw"));
            assertThat(run("check", wrong)).as("it cannot be known before").isZero();
            assertThat(run("check", "--connect", wrong)).isEqualTo(1);
            assertThat(out.toString())
                    .containsPattern("wrong.yaml:\\d+: actions.rotate.steps.0.fields: no field target_jaw; did you mean"
                            + " target_yaw\\?");
            Map<String, String> faults = Map.of(
                    "remaining: distance_|remaining: distanse_", "no distanse_remaining",
                    "dock_id: home_dock|dock_id: 7", "dock_id holds a text, not a whole number",
                    "nav2_msgs/action/Spin|nav2_msgs/action/Spn", "no definition of nav2_msgs/action/Spn",
                    "Twist, zero: {}|Twist, zero: { liner: {} }", "no field liner; did you mean linear?");
            for (Map.Entry<String, String> fault : faults.entrySet()) {
                String[] change = fault.getKey().split("\\|", -1);
                assertThat(nav2).contains(change[0]);
                assertThat(run("check", "--connect", write("other.yaml", nav2.replace(change[0], change[1]))))
                        .isEqualTo(1);
                assertThat(out.toString()).contains(fault.getValue());
            }
        }
    }

    @Test
    void says_what_to_start_when_it_cannot_connect() throws IOException {
        String file = write(
                "robot.yaml",
                RobotFiles.text("nav2")
                        .replace(
                                "ros: { use: rcl }",
                                "ros: { use: rosbridge, with: { uri: 'ws://127.0.0.1:1', open-timeout: PT0.3S } }"));
        assertThat(run("check", "--connect", file)).isEqualTo(1);
        assertThat(err.toString()).contains("no rosbridge answers at ws://127.0.0.1:1", "start it on the robot");
    }

    @Test
    void prints_the_schema_that_editors_read() throws IOException {
        assertThat(run("schema")).isZero();
        JsonNode schema = Json.MAPPER.readTree(out.toString());
        assertThat(schema.path("title").asText()).isEqualTo("Aizuchi robot file");
        assertThat(schema.path("properties").has("guard")).isTrue();
    }

    @Test
    void needs_to_be_told_what_to_do() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("name what to do");
    }

    @Test
    void refuses_to_guard_by_a_file_that_says_nothing_of_it() throws IOException {
        assertThat(run("guard", write("robot.yaml", RobotFiles.text("bed")))).isEqualTo(2);
        assertThat(out.toString()).contains("robot.yaml:2: guard is missing: which velocities pass, and to where");
    }

    @Test
    void guards_until_it_is_interrupted_and_sends_zero() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(0);
                Bus wheels = new MqttBusProvider().open(MqttBusSettings.of(broker.uri(), "wheels"))) {
            BlockingQueue<Datum.Fields> told = new LinkedBlockingQueue<>();
            wheels.subscribe(Endpoint.of("wheels", ""), told::add);
            String file = write("robot.yaml", """
                    name: cart
                    buses: { m: { use: mqtt, with: { broker: %s, client-id: agent } } }
                    heartbeat: { on: m, publish: beat }
                    guard:
                      buses: { m: { use: mqtt, with: { broker: %s, client-id: guard } } }
                      velocities: [ { on: m, from: wanted, to: wheels, zero: { turn: 0 } } ]
                    actions: {}
                    """.formatted(broker.uri(), broker.uri()));
            CompletableFuture<Integer> ended = new CompletableFuture<>();
            Thread guarding = new Thread(() -> ended.complete(run("guard", file)), "guarding");
            guarding.start();
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(new Datum.Fields(Map.of("turn", new Datum.Whole(0))));
            guarding.interrupt();
            assertThat(ended.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(out.toString()).contains("nothing passes before heartbeats come", "ended; zero is sent");
        }
    }

    /** Give a ready file with its robot behind a bridge, and its definitions here. */
    private static String connected(String name, QuietBridge bridge) {
        return RobotFiles.text(name)
                .replace(
                        "buses:\n  ros: { use: rcl }",
                        "buses:\n  ros: { use: rosbridge, with: { uri: '" + bridge.uri() + "', definitions: ['"
                                + DEFINITIONS + "'] } }");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(
                Stream.concat(Stream.of("robot"), Stream.of(arguments)).toArray(String[]::new));
    }
}
