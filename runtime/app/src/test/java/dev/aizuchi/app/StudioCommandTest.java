package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StudioCommandTest {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final AtomicInteger exit = new AtomicInteger(-1);
    private Thread command = new Thread();

    @AfterEach
    void end() throws InterruptedException {
        if (command.isAlive()) {
            command.interrupt();
            command.join();
            assertThat(exit.get()).isZero();
        }
    }

    @Test
    void what_is_wrong_on_the_command_line_is_named_before_anything_is_opened() {
        assertThat(run("--bind", "0.0.0.0")).isEqualTo(2);
        assertThat(err.toString()).contains("needs a token", "--token");
        assertThat(run("--floor", "moon")).isEqualTo(2);
        assertThat(err.toString()).contains("moon.yaml", "--floor");
        assertThat(run("--speed", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--speed", "-1");
        assertThat(run("--bind", "nowhere.invalid")).isEqualTo(2);
        assertThat(err.toString()).contains("no address nowhere.invalid");
    }

    @Test
    void shows_a_simulated_robot_with_the_scenarios_of_the_skills_until_it_is_ended() throws Exception {
        watched("--no-encoder", "--floor", "reception", "--speed", "2");

        assertThat(get("api/live")).contains("\"speed\":2.0", "受付");
        assertThat(get("api/skills")).contains("reception").doesNotContain("bring_water");
        assertThat(get("api/scenarios")).contains("02-water-to-the-end.yaml");
        assertThat(get("api/models")).contains("starter-ja", "sha256");
    }

    @Test
    void watches_the_agent_of_a_configuration_and_the_floor_that_its_robot_is_simulated_on() throws Exception {
        Path config = folder.resolve("agent.yaml");
        Files.writeString(config, "site: { speaker: 102号室 }\nrobot: { use: simulated }\nskills: [care]\n");
        watched("--no-encoder", "--config", config.toString());

        assertThat(get("api/live")).contains("\"simulated\":true", "\"paced\":false", "\"ears\":false", "102号室");
        assertThat(get("api/skills")).contains("bring_water");
    }

    /** Start on a thread of its own; the test's end interrupts it as Ctrl-C does. */
    private void watched(String... options) throws Exception {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 2, options.length);
        all[0] = "--port";
        all[1] = "0";
        command = new Thread(() -> {
            exit.set(run(all));
            address.completeExceptionally(new IOException("it has ended: " + err));
        });
        command.start();
        address.get();
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.get().resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private int run(String... options) {
        String[] line = new String[options.length + 1];
        line[0] = "studio";
        System.arraycopy(options, 0, line, 1, options.length);
        PrintWriter out = new PrintWriter(new StringWriter()) {
            @Override
            public void println(String text) {
                Matcher matcher = ADDRESS.matcher(text);
                if (matcher.find()) {
                    address.complete(URI.create(matcher.group()));
                }
            }
        };
        return Main.commandLine().setOut(out).setErr(new PrintWriter(err, true)).execute(line);
    }
}
