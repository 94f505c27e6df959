package dev.aizuchi.models;

import static dev.aizuchi.models.Given.IMPATIENT;
import static dev.aizuchi.models.Given.QUICK;
import static dev.aizuchi.models.Given.bytes;
import static dev.aizuchi.models.Given.model;
import static dev.aizuchi.models.Given.plain;
import static dev.aizuchi.models.Given.store;
import static dev.aizuchi.models.TestServer.cutAfter;
import static dev.aizuchi.models.TestServer.file;
import static dev.aizuchi.models.TestServer.stallAfter;
import static dev.aizuchi.models.TestServer.status;
import static dev.aizuchi.models.TestServer.wholeFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.models.ModelEntry.Download;
import dev.aizuchi.models.ModelEntry.Packing;
import dev.aizuchi.models.TestServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetchTest {
    private static final byte[] WEIGHTS = bytes(200_000);
    private static final byte[] OTHERS = bytes(200_001);
    private static final String V1 = "\"v1\"";

    @TempDir
    Path folder;

    private final List<Progress> progress = new ArrayList<>();

    @Test
    void brings_a_file_and_tells_how_far_it_is() throws IOException {
        try (TestServer server = new TestServer(file(WEIGHTS, V1))) {
            Path path = fetch(plain(server.uri("/weights.bin"), WEIGHTS), QUICK);

            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
            assertThat(path).isEqualTo(root().resolve("ears"));
            assertThat(progress)
                    .contains(new Progress.Downloading("weights.bin", WEIGHTS.length, WEIGHTS.length))
                    .contains(new Progress.Unpacking("weights.bin"));
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void goes_on_where_a_connection_was_cut() {
        try (TestServer server =
                new TestServer(cutAfter(50_000, WEIGHTS, V1), cutAfter(60_000, WEIGHTS, V1), file(WEIGHTS, V1))) {
            Path path = fetch(plain(server.uri("/weights.bin")), QUICK);

            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
            assertThat(server.requests()).extracting(Request::from).containsExactly(0, 50_000, 110_000);
            assertThat(server.requests().get(2).headers()).containsEntry("if-range", V1);
            assertThat(progress).filteredOn(Progress.Retrying.class::isInstance).hasSize(2);
        }
    }

    @Test
    void drops_a_connection_that_stalls_and_goes_on() {
        try (TestServer server = new TestServer(stallAfter(50_000, WEIGHTS, V1), file(WEIGHTS, V1))) {
            Path path = fetch(plain(server.uri("/weights.bin")), IMPATIENT);

            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
            assertThat(server.requests()).extracting(Request::from).containsExactly(0, 50_000);
        }
    }

    @Test
    void gives_up_on_a_server_that_never_answers_and_says_so() {
        try (TestServer server = new TestServer((request, connection) -> TestServer.awaitHangUp(connection))) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin")), IMPATIENT))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("model ears", "/weights.bin", "timed out", "--from");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void is_patient_with_a_slow_drip() throws InterruptedException {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        byte[] drops = bytes(12);
        try (TestServer server = new TestServer((request, connection) -> {
            TestServer.write(connection, "200 OK", "Content-Length: 12", new byte[0]);
            drip(clock, drops, connection.getOutputStream());
        })) {
            Path path = fetch(plain(server.uri("/weights.bin")), IMPATIENT);

            // 12 drops, 40 ms apart: longer in all than the connection may be silent.
            assertThat(path.resolve("model.bin")).hasBinaryContent(drops);
        } finally {
            clock.shutdownNow();
            assertThat(clock.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void drip(ScheduledExecutorService clock, byte[] drops, OutputStream out) {
        CountDownLatch all = new CountDownLatch(drops.length);
        List<? extends Object> planned = IntStream.range(0, drops.length)
                .mapToObj(i -> clock.schedule(
                        () -> {
                            out.write(drops[i]);
                            out.flush();
                            all.countDown();
                            return i;
                        },
                        40L * i,
                        TimeUnit.MILLISECONDS))
                .toList();
        assertThat(planned).hasSize(drops.length);
        try {
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void starts_anew_when_the_server_ignores_the_range() {
        try (TestServer server = new TestServer(cutAfter(50_000, WEIGHTS, V1), wholeFile(WEIGHTS))) {
            Path path = fetch(plain(server.uri("/weights.bin")), QUICK);

            assertThat(server.requests().get(1).from()).isEqualTo(50_000);
            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    @Test
    void starts_anew_when_the_file_has_changed_meanwhile() {
        try (TestServer server = new TestServer(cutAfter(50_000, WEIGHTS, V1), file(OTHERS, "\"v2\""))) {
            Path path = fetch(plain(server.uri("/weights.bin")), QUICK);

            assertThat(path.resolve("model.bin")).hasBinaryContent(OTHERS);
        }
    }

    @Test
    void asks_for_the_whole_file_again_when_nothing_tells_whether_it_has_changed() {
        try (TestServer server = new TestServer(cutAfter(50_000, WEIGHTS, ""), wholeFile(WEIGHTS))) {
            fetch(plain(server.uri("/weights.bin")), QUICK);

            assertThat(server.requests().get(1).headers()).doesNotContainKey("range");
        }
    }

    @Test
    void starts_anew_after_a_range_that_was_not_asked_for() {
        try (TestServer server = new TestServer(
                cutAfter(50_000, WEIGHTS, V1),
                (request, connection) -> TestServer.write(
                        connection,
                        "206 Partial Content",
                        "Content-Range: bytes 7-8/200000\r\nContent-Length: 2",
                        bytes(2)),
                file(WEIGHTS, V1))) {
            Path path = fetch(plain(server.uri("/weights.bin")), QUICK);

            assertThat(server.requests()).extracting(Request::from).containsExactly(0, 50_000, 0);
            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    @Test
    void goes_on_when_the_server_hands_out_less_than_asked_for() {
        TestServer.Answer piece = (request, connection) -> {
            int from = request.from();
            String headers =
                    "Content-Range: bytes " + from + "-" + (from + 49_999) + "/200000\r\nContent-Length: 50000";
            TestServer.write(
                    connection, "206 Partial Content", headers, Arrays.copyOfRange(WEIGHTS, from, from + 50_000));
        };
        try (TestServer server = new TestServer(cutAfter(50_000, WEIGHTS, V1), piece)) {
            Path path = fetch(plain(server.uri("/weights.bin")), QUICK);

            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    @Test
    void goes_on_from_what_an_earlier_fetch_has_left() {
        try (TestServer server = new TestServer(
                cutAfter(50_000, WEIGHTS, V1),
                status("503 Busy"),
                status("503 Busy"),
                status("503 Busy"),
                file(WEIGHTS, V1))) {
            Download download = plain(server.uri("/weights.bin"), WEIGHTS);
            assertThatThrownBy(() -> fetch(download, QUICK)).hasMessageContainingAll("503", "what has come is kept");

            Path path = fetch(download, QUICK);

            assertThat(server.requests().get(server.requests().size() - 1).from())
                    .isEqualTo(50_000);
            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    @Test
    void gives_up_on_a_server_that_always_starts_anew_and_always_cuts() {
        TestServer.Answer broken = (request, connection) ->
                TestServer.write(connection, "200 OK", "Content-Length: 200000", bytes(50_000));
        try (TestServer server = new TestServer(broken)) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin")), QUICK))
                    .isInstanceOf(ModelException.class);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void follows_a_redirect_to_the_same_bytes() {
        try (TestServer mirror = new TestServer(file(WEIGHTS, V1));
                TestServer server = new TestServer(status("302 Found", "Location: " + mirror.uri("/there")))) {
            Path path = fetch(plain(server.uri("/weights.bin"), WEIGHTS), QUICK);

            assertThat(path.resolve("model.bin")).hasBinaryContent(WEIGHTS);
        }
    }

    @Test
    void tells_of_a_redirect_that_goes_in_circles() {
        try (TestServer server = new TestServer(status("302 Found", "Location: /weights.bin"))) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin")), QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("302", "circles");
        }
    }

    @Test
    void does_not_ask_again_for_what_is_not_there() {
        try (TestServer server = new TestServer(status("404 Not Found"))) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin")), QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("model ears", "/weights.bin", "404", "--catalogue");
            assertThat(server.requests()).hasSize(1);
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void asks_a_busy_server_again() {
        try (TestServer server = new TestServer(status("500 Oops"), status("429 Slower"), file(WEIGHTS, V1))) {
            assertThat(fetch(plain(server.uri("/weights.bin")), QUICK)).isDirectory();
        }
    }

    @Test
    void tells_which_host_cannot_be_reached() {
        URI gone;
        try (TestServer server = new TestServer(status("200 OK"))) {
            gone = server.uri("/weights.bin");
        }
        assertThatThrownBy(() -> fetch(plain(gone), QUICK))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(gone.toString(), "no connection");
    }

    @Test
    void refuses_a_length_other_than_the_catalogues_before_fetching() {
        try (TestServer server = new TestServer(wholeFile(OTHERS))) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin"), WEIGHTS), QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("wrong length", "200001 bytes instead of 200000");
            assertThat(progress).isEmpty();
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void refuses_more_bytes_than_the_catalogue_says_from_a_server_that_gives_no_length() {
        try (TestServer server = new TestServer(
                (request, connection) -> TestServer.write(connection, "200 OK", "X: y", bytes(300_000)))) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin"), WEIGHTS), QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("wrong length");
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void refuses_other_bytes_than_the_catalogues_and_keeps_nothing() {
        byte[] lie = WEIGHTS.clone();
        lie[100_000] ^= 1;
        try (TestServer server = new TestServer(file(lie, V1))) {
            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin"), WEIGHTS), QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll(
                            "not the expected file",
                            Given.Bytes.sha256(lie),
                            Given.Bytes.sha256(WEIGHTS),
                            "the catalogue");
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void pins_the_first_hash_and_refuses_another_later() throws IOException {
        try (TestServer server = new TestServer(file(WEIGHTS, V1), file(OTHERS, "\"v2\""))) {
            Download download = plain(server.uri("/weights.bin"));
            Path path = fetch(download, QUICK);
            Path lock = root().resolve("models.lock");
            assertThat(lock).content().contains(Given.Bytes.sha256(WEIGHTS) + "  " + download.url());
            assertThat(progress).contains(new Progress.Pinned("weights.bin", Given.Bytes.sha256(WEIGHTS), lock));
            Disk.delete(path);

            assertThatThrownBy(() -> fetch(download, QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll(lock + " pins", "delete the line of " + download.url());
            assertThat(path).doesNotExist();

            Files.writeString(lock, "");
            assertThat(fetch(download, QUICK).resolve("model.bin")).hasBinaryContent(OTHERS);
        }
    }

    @Test
    void does_not_take_a_damaged_lock_file_for_an_empty_one() throws IOException {
        try (TestServer server = new TestServer(file(WEIGHTS, V1))) {
            Files.createDirectories(root());
            Files.writeString(root().resolve("models.lock"), "garbage\n");

            assertThatThrownBy(() -> fetch(plain(server.uri("/weights.bin")), QUICK))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("models.lock", "garbage");
        }
    }

    @Test
    void joins_a_model_that_comes_in_parts() {
        try (TestServer one = new TestServer(file("前半".getBytes(StandardCharsets.UTF_8), V1));
                TestServer two = new TestServer(file("後半".getBytes(StandardCharsets.UTF_8), V1))) {
            Path path = fetch(QUICK, plain(one.uri("/1.bin")), plain(two.uri("/2.bin")));

            assertThat(path.resolve("model.bin")).content().isEqualTo("前半後半");
        }
    }

    @Test
    void keeps_complete_parts_when_a_later_one_fails() {
        try (TestServer one = new TestServer(file(WEIGHTS, V1));
                TestServer two = new TestServer(status("404 Not Found"), file(OTHERS, V1))) {
            Download[] parts = {
                new Download(one.uri("/1.bin"), "", 0, new Packing.Plain("1.bin")),
                new Download(two.uri("/2.bin"), "", 0, new Packing.Plain("2.bin"))
            };
            assertThatThrownBy(() -> fetch(QUICK, parts)).hasMessageContaining("404");

            Path path = fetch(QUICK, parts);

            assertThat(one.requests()).hasSize(1);
            assertThat(path.resolve("1.bin")).hasBinaryContent(WEIGHTS);
            assertThat(path.resolve("2.bin")).hasBinaryContent(OTHERS);
        }
    }

    @Test
    void fetches_nothing_when_the_model_is_there_and_intact() {
        try (TestServer server = new TestServer(file(WEIGHTS, V1))) {
            Download download = plain(server.uri("/weights.bin"));
            fetch(download, QUICK);
            fetch(download, QUICK);

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void fetches_again_what_was_damaged_without_a_change_of_length() throws IOException {
        try (TestServer server = new TestServer(file(WEIGHTS, V1))) {
            Download download = plain(server.uri("/weights.bin"));
            Path file = fetch(download, QUICK).resolve("model.bin");
            byte[] damaged = WEIGHTS.clone();
            damaged[7] ^= 1;
            Files.write(file, damaged);

            fetch(download, QUICK);

            assertThat(file).hasBinaryContent(WEIGHTS);
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void fetches_again_when_the_catalogue_names_a_newer_file() {
        try (TestServer server = new TestServer(file(WEIGHTS, V1), file(OTHERS, V1))) {
            fetch(plain(server.uri("/weights-1.bin")), QUICK);
            Path path = fetch(plain(server.uri("/weights-2.bin")), QUICK);

            assertThat(path.resolve("model.bin")).hasBinaryContent(OTHERS);
        }
    }

    @Test
    void refuses_a_web_page_and_an_empty_file() {
        try (TestServer hotel = new TestServer((request, connection) -> TestServer.write(
                        connection, "200 OK", "Content-Type: text/html\r\nContent-Length: 4", bytes(4)));
                TestServer empty = new TestServer(status("200 OK"))) {
            assertThatThrownBy(() -> fetch(plain(hotel.uri("/weights.bin")), QUICK))
                    .hasMessageContaining("login page");
            assertThatThrownBy(() -> fetch(plain(empty.uri("/weights.bin")), QUICK))
                    .hasMessageContaining("sent nothing");
        }
    }

    @Test
    void an_interrupt_ends_a_fetch_and_keeps_what_has_come() {
        try (TestServer server = new TestServer(stallAfter(50_000, WEIGHTS, V1), file(WEIGHTS, V1))) {
            Download download = plain(server.uri("/weights.bin"), WEIGHTS);
            Thread fetching = Thread.currentThread();

            assertThatThrownBy(() -> store(root(), model(download)).fetch("ears", QUICK, it -> {
                        if (it instanceof Progress.Downloading so && so.done() == 50_000) {
                            fetching.interrupt();
                        }
                    }))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("interrupted", "kept");
            assertThat(Thread.interrupted()).isTrue();

            fetch(download, QUICK);
            assertThat(server.requests().get(1).from()).isEqualTo(50_000);
        }
    }

    private Path fetch(Download download, FetchOptions options) {
        return fetch(options, download);
    }

    private Path fetch(FetchOptions options, Download... downloads) {
        return store(root(), model(downloads)).fetch("ears", options, progress::add);
    }

    private Path root() {
        return folder.resolve("models");
    }

    private List<Path> leftovers() {
        return Leftovers.in(root());
    }

    /** Look for what a failed fetch should have cleaned up. */
    static final class Leftovers {
        private Leftovers() {}

        static List<Path> in(Path root) {
            try (Stream<Path> files = Files.walk(root.resolve(".work"))) {
                return files.filter(Files::isRegularFile).toList();
            } catch (IOException e) {
                return List.of();
            }
        }
    }
}
