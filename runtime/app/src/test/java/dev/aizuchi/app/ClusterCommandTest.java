package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClusterCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("greets.yaml"),
                "name: greets\nturns:\n  - user: こんにちは\n    expect: [{ understood: greeting }]\n");
    }

    @Test
    void a_cluster_of_one_plays_as_one_machine_does() throws IOException {
        Path alone = folder.resolve("alone");
        Path together = folder.resolve("together");
        assertThat(run("run", folder.toString(), "--no-encoder", "--repeat", "3", "--report", alone.toString()))
                .isZero();
        String port = String.valueOf(freePort());
        assertThat(run(
                        "run",
                        folder.toString(),
                        "--no-encoder",
                        "--repeat=3",
                        "--report=" + together,
                        "--port=" + port,
                        "--cluster=127.0.0.1:" + port))
                .as(err.toString())
                .isZero();
        assertThat(together.resolve("summary.json"))
                .content()
                .isEqualTo(Files.readString(alone.resolve("summary.json")));
    }

    @Test
    void what_is_wrong_with_an_address_or_a_secret_is_told_before_anything_is_opened() {
        assertThat(run("run", folder.toString(), "--cluster=scenarios/care")).isEqualTo(2);
        assertThat(err.toString()).contains("「scenarios/care」 is no machine");
        assertThat(run("worker", "--bind", "no such address")).isEqualTo(2);
        assertThat(err.toString()).contains("--bind no such address is no address of this machine");
        assertThat(run("worker", "--secret", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--secret " + folder.resolve("none") + " cannot be read");
        assertThat(run("worker", "--jobs", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--jobs must be 1 or more");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "scenario";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int code = command.execute(all);
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }
}
