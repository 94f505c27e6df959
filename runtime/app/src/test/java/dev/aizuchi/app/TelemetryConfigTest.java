package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.aizuchi.event.DialogueEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runtime as a robot runs it, watched from outside. */
@Timeout(120)
final class TelemetryConfigTest {
    private static final String ROBOT = """
            site: { speaker: 101号室 }
            robot: { use: simulated }
            skills: [care, conversation, policy]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int top(String... arguments) {
        String[] command = new String[arguments.length + 2];
        command[0] = "top";
        command[1] = "--once";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(command);
    }

    @Test
    void one_line_serves_metrics_that_top_reads_with_the_token() throws Exception {
        int port = freePort();
        String url = "http://127.0.0.1:" + port + "/metrics";
        Path token = Files.writeString(folder.resolve("metrics.token"), "geheim\n");
        ConfigFile file = ConfigFile.of(
                "agent.yaml", ROBOT + "metrics: { port: " + port + ", token-file: metrics.token }\n", folder::resolve);
        BlockingQueue<DialogueEvent> events = new LinkedBlockingQueue<>();
        try (AgentRuntime runtime = AgentRuntime.open(file, new Plugins(), true, List.of(events::add))) {
            runtime.agent().stop("key");
            while (!(events.poll(30, TimeUnit.SECONDS) instanceof DialogueEvent.Stopped)) {
                assertThat(runtime.agent()).isNotNull();
            }
            assertThat(top("--url", url)).isOne();
            assertThat(err.toString()).contains("--token-file");
            // The observers are told one after the other: what one has seen, the next may still have to.
            do {
                out.getBuffer().setLength(0);
                assertThat(top("--url", url, "--token-file", token.toString())).isZero();
            } while (!out.toString().contains("key 1"));
            assertThat(out.toString()).startsWith("state      STOPPED, latched").contains("battery ");
        }
        assertThat(top("--url", url)).isOne();
        assertThat(err.toString()).contains("is the robot running, with metrics: { port: 9464 }");
    }

    @Test
    void one_line_sends_a_trace_of_the_turn_without_a_word_of_it() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            try (exchange) {
                received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
            }
        });
        collector.start();
        try {
            String config = ROBOT + "traces: { collector: \"http://127.0.0.1:"
                    + collector.getAddress().getPort() + "/v1/traces\" }\n";
            String answer = OneUtterance.answer(config, folder, "ありがとう");
            String trace = received.poll(30, TimeUnit.SECONDS);
            assertThat(trace)
                    .contains("invoke_agent aizuchi")
                    .contains("understand")
                    .doesNotContain("ありがとう")
                    .doesNotContain(answer);
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void what_would_be_open_to_all_is_refused_with_its_line() {
        assertThatThrownBy(() -> OneUtterance.answer(ROBOT + "metrics: { bind: 0.0.0.0 }\n", folder, "はい"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml:4")
                .hasMessageContaining("token-file");
        assertThatThrownBy(() -> OneUtterance.answer(ROBOT + "traces: { collector: localhost }\n", folder, "はい"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml:4")
                .hasMessageContaining("http://127.0.0.1:4318/v1/traces");
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String config = ROBOT + "metrics: { port: " + taken.getLocalPort() + " }\n";
            assertThatThrownBy(() -> OneUtterance.answer(config, folder, "はい"))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("agent.yaml:4")
                    .hasMessageContaining("name another that is free");
        }
    }
}
