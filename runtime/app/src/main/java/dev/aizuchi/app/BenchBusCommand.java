package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.AgentConfig.Use;
import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.bus.Bus;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measure the buses that are there: MQTT by a broker of its own, ROS 2 where it is sourced, a rosbridge that is named.
 */
@Command(
        name = "bus",
        mixinStandardHelpOptions = true,
        description = {
            "Measure short messages over each bus that is there: MQTT by a broker that is started for it, ROS 2 where it",
            "is sourced, beside two processes of rclpy, and a rosbridge where it is named.",
            "publish_ms: what the sender is held up. one_way_ms: until the other end, another connection in this process,",
            "has it. round_trip_ms: until its echo is back. messages_per_s: what arrives with 4 on their way."
        })
final class BenchBusCommand implements Callable<Integer> {
    @Option(names = "--rounds", paramLabel = "N", description = "so many messages (default: ${DEFAULT-VALUE})")
    private int rounds = 3_000;

    @Option(
            names = "--rosbridge",
            paramLabel = "URI",
            description = "measure this rosbridge, such as ws://127.0.0.1:9090")
    private @Nullable URI rosbridge;

    @Option(names = "--json", description = "write one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Two connections of one kind. */
    private record Ends(Use here, Use there) {}

    @Override
    public Integer call() throws InterruptedException, IOException {
        ObjectNode report = Json.MAPPER.createObjectNode();
        report.put("java", Runtime.version().toString());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        report.put("rounds", rounds);
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            String use = "{ use: mqtt, with: { broker: \"" + broker.uri() + "\", client-id: bench-%s } }";
            measure(report.putObject("mqtt"), use);
        }
        if (rosbridge != null) {
            measure(report.putObject("rosbridge"), "{ use: rosbridge, with: { uri: \"" + rosbridge + "\" } }");
        }
        String ros = System.getenv("AMENT_PREFIX_PATH");
        if (ros != null && !ros.isBlank()) {
            ObjectNode rcl = report.putObject("rcl");
            measure(rcl, "{ use: rcl, with: { node: bench_%s } }");
            besideRclpy(rcl);
        }
        Json.print(report, spec.commandLine().getOut(), json);
        return 0;
    }

    private void measure(ObjectNode report, String use) throws InterruptedException {
        try (Bus here = open(use, "here");
                Bus there = open(use, "there");
                BusBench bench = new BusBench(here, rounds)) {
            bench.against(there, report);
        }
    }

    private Bus open(String use, String end) {
        String named = use.replace("%s", end);
        ConfigFile file = ConfigFile.of("bench", "here: " + named + "\nthere: " + named + "\n", Path::of);
        return new Plugins().open(file, file.whole(Ends.class, "").here(), "/here", Bus.class);
    }

    /** The same messages against an echo of rclpy, and between two processes of rclpy. */
    private void besideRclpy(ObjectNode report) throws InterruptedException, IOException {
        Path script = Files.createTempFile("bench", ".py");
        try {
            Files.writeString(script, SpokenLoop.resource("bench/rclpy_peer.py"));
            Process echo = rclpy(script, "echo");
            try (Bus here = open("{ use: rcl, with: { node: bench_%s } }", "here");
                    BusBench bench = new BusBench(here, rounds)) {
                if (!firstLine(echo).equals("ready")) {
                    report.put("rclpy", "python3 has no rclpy here");
                    return;
                }
                bench.againstEcho(report.putObject("to_rclpy"));
                String[] millis = firstLine(rclpy(script, "ping")).split(" ", -1);
                ObjectNode peers = report.putObject("rclpy_to_rclpy").putObject("round_trip_ms");
                for (int i = 0; i < millis.length; i++) {
                    peers.put(new String[] {"p50", "p95", "p99"}[i], Double.parseDouble(millis[i]));
                }
            } finally {
                echo.destroyForcibly();
            }
        } finally {
            Files.delete(script);
        }
    }

    private Process rclpy(Path script, String mode) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("python3", script.toString(), mode, String.valueOf(rounds));
        // As the nodes of this process: with whom they speak stands in their own settings.
        builder.environment().put("ROS_AUTOMATIC_DISCOVERY_RANGE", "LOCALHOST");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String firstLine(Process process) throws IOException {
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        return line == null ? "" : line;
    }
}
