package dev.aizuchi.models;

import static dev.aizuchi.models.Given.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TwoProcessesTest {
    private static final byte[] WEIGHTS = bytes(200_000);

    @TempDir
    Path root;

    @Test
    void fetch_a_model_once() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch secondWaits = new CountDownLatch(1);
        try (TestServer server = new TestServer((request, connection) -> {
            asked.countDown();
            await(secondWaits);
            TestServer.wholeFile(WEIGHTS).give(request, connection);
        })) {
            Process first = start(server.uri("/weights.bin"));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            Process second = start(server.uri("/weights.bin"));
            try (BufferedReader told = second.inputReader()) {
                assertThat(told.readLine()).isEqualTo("Waiting");
                secondWaits.countDown();

                assertThat(told.readLine()).isEqualTo(root.resolve("ears").toString());
            }
            assertThat(first.waitFor()).isZero();
            assertThat(second.waitFor()).isZero();
            assertThat(server.requests()).hasSize(1);
            assertThat(root.resolve("ears/model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    @Test
    void go_on_after_one_was_killed() throws IOException, InterruptedException {
        try (TestServer server =
                new TestServer(TestServer.stallAfter(50_000, WEIGHTS, "\"v1\""), TestServer.file(WEIGHTS, "\"v1\""))) {
            Process killed = start(server.uri("/weights.bin"));
            try (BufferedReader told = killed.inputReader()) {
                assertThat(told.readLine()).isEqualTo("Downloading");
            }
            assertThat(killed.destroyForcibly().waitFor()).isNotZero();

            Process next = start(server.uri("/weights.bin"));
            assertThat(next.waitFor()).isZero();

            assertThat(server.requests().get(1).from()).isPositive();
            assertThat(root.resolve("ears/model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    private Process start(URI uri) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FetchingProcess.class.getName(),
                        uri.toString(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
