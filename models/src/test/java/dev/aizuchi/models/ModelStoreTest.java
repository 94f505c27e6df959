package dev.aizuchi.models;

import static dev.aizuchi.models.Given.QUICK;
import static dev.aizuchi.models.Given.model;
import static dev.aizuchi.models.Given.plain;
import static dev.aizuchi.models.Given.shipped;
import static dev.aizuchi.models.Given.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aizuchi.models.Verification.FileCheck;
import dev.aizuchi.models.Verification.Finding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    private static final URI ADDRESS = URI.create("https://example.org/ears.bin");
    private static final byte[] WEIGHTS = Given.bytes(1_000);

    @TempDir
    Path folder;

    private Path root;
    private Path eyes;

    @BeforeEach
    void ship_a_model() throws IOException {
        root = folder.resolve("models");
        eyes = Files.createDirectories(folder.resolve("shipped/eyes"));
        Files.write(eyes.resolve("net.onnx"), WEIGHTS);
        Files.writeString(eyes.resolve("SHA256SUMS"), Given.Bytes.sha256(WEIGHTS) + "  ./net.onnx\n");
    }

    @Test
    void gives_the_path_of_a_shipped_model() {
        assertThat(store(root, shipped("eyes")).path("eyes")).isEqualTo(eyes);
    }

    @Test
    void gives_the_path_of_a_fetched_model() throws IOException {
        ModelStore store = fetched();

        assertThat(store.path("ears")).isEqualTo(root.resolve("ears"));
        assertThat(root.resolve("ears/MODEL.properties"))
                .content()
                .contains("licence = Apache-2.0", "credit = Somebody", "bytes = 1000");
    }

    @Test
    void takes_a_model_that_somebody_has_put_there_by_hand() throws IOException {
        Files.createDirectories(root.resolve("ears"));
        Files.write(root.resolve("ears/own.bin"), WEIGHTS);
        ModelStore store = store(root, model(plain(ADDRESS)));

        assertThat(store.path("ears")).isEqualTo(root.resolve("ears"));
        assertThat(store.verify("ears").files()).containsExactly(new FileCheck("own.bin", Finding.UNKNOWN));
    }

    @Test
    void tells_how_to_get_what_is_missing() {
        assertThatThrownBy(() -> store(root, model(plain(ADDRESS))).path("ears"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(
                        "ears is not on this machine", root.toString(), "./aizuchi models fetch ears", "Apache-2.0");
    }

    @Test
    void tells_how_to_restore_what_should_have_been_shipped() {
        ModelStore store = store(root, shipped("nose"));

        assertThatThrownBy(() -> store.path("nose")).hasMessageContaining("git checkout -- models/nose");
        assertThatThrownBy(() -> store.fetch("nose", QUICK, ProgressListener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("git checkout -- models/nose");
    }

    @Test
    void sees_a_truncated_file_at_a_quick_look() throws IOException {
        ModelStore store = fetched();
        Files.write(root.resolve("ears/model.bin"), Given.bytes(999));

        assertThat(store.list().get(0).state()).isEqualTo(ModelStatus.State.CORRUPT);
        assertThatThrownBy(() -> store.path("ears")).hasMessageContainingAll("ears is damaged", "models fetch ears");
    }

    @Test
    void sees_a_changed_byte_at_a_full_check() throws IOException {
        ModelStore store = fetched();
        byte[] changed = WEIGHTS.clone();
        changed[5] ^= 1;
        Files.write(root.resolve("ears/model.bin"), changed);

        assertThat(store.path("ears")).isDirectory();
        assertThat(store.verify("ears").broken()).containsExactly(new FileCheck("model.bin", Finding.CHANGED));
    }

    @Test
    void sees_lost_sums() throws IOException {
        ModelStore store = fetched();
        Files.delete(root.resolve("ears/SHA256SUMS"));

        assertThat(store.list().get(0).usable()).isFalse();
        assertThat(store.verify("ears").intact()).isFalse();
    }

    @Test
    void tells_each_shipped_file_apart() throws IOException {
        Files.writeString(
                eyes.resolve("SHA256SUMS"), "0".repeat(64) + "  gone.txt\n", java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(eyes.resolve("README.md"), "new");

        Verification check = store(root, shipped("eyes")).verify("eyes");

        assertThat(check.files())
                .containsExactly(
                        new FileCheck("README.md", Finding.UNKNOWN),
                        new FileCheck("gone.txt", Finding.MISSING),
                        new FileCheck("net.onnx", Finding.INTACT));
        assertThat(check.intact()).isFalse();
    }

    @Test
    void a_model_that_is_not_there_is_not_intact() {
        assertThat(store(root, model(plain(ADDRESS))).verify("ears").intact()).isFalse();
    }

    @Test
    void lists_every_model_with_its_state() throws IOException {
        fetched();
        ModelStore store = store(root, shipped("eyes"), model(plain(ADDRESS)), shipped("nose"));

        assertThat(store.list())
                .extracting(ModelStatus::state)
                .containsExactly(ModelStatus.State.SHIPPED, ModelStatus.State.FETCHED, ModelStatus.State.MISSING);
    }

    @Test
    void offers_licence_size_and_source_before_anything_is_fetched() {
        Offer offer = store(root, model(plain(ADDRESS))).offer("ears");

        assertThat(offer.licence()).isEqualTo("Apache-2.0");
        assertThat(offer.sources()).containsExactly(ADDRESS);
        assertThat(root).doesNotExist();
    }

    @Test
    void refuses_before_the_first_byte_when_the_disk_is_too_full() {
        try (TestServer server = new TestServer(TestServer.file(WEIGHTS, "\"v1\""))) {
            ModelStore store = store(root, it -> 1_500, model(plain(server.uri("/ears.bin"))));

            assertThatThrownBy(() -> store.fetch("ears", QUICK, ProgressListener.NONE))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("2.0 kB needed", "1.5 kB free", "AIZUCHI_MODELS");
            assertThat(FetchTest.Leftovers.in(root)).isEmpty();
        }
    }

    @Test
    void tells_needed_and_free_space_when_the_disk_fills_up_on_the_way() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        try (TestServer server = new TestServer(TestServer.file(WEIGHTS, "\"v1\""))) {
            URI uri = server.uri("/ears.bin");
            Path work = Files.createDirectories(root.resolve(".work/ears"));
            Files.createSymbolicLink(
                    work.resolve(Checksums.sha256(uri.toString()).substring(0, 16) + ".part"), full);

            assertThatThrownBy(() -> store(root, model(plain(uri))).fetch("ears", QUICK, ProgressListener.NONE))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("1.0 kB needed", " free", "make room");
            assertThat(work).doesNotExist();
        }
    }

    @Test
    void names_a_store_that_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        ModelStore store = store(file.resolve("models"), model(plain(ADDRESS)));

        assertThatThrownBy(() -> store.fetch("ears", QUICK, ProgressListener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("model ears", file.toString(), "AIZUCHI_MODELS");
    }

    @Test
    void finds_its_place_from_the_environment() {
        Path home = Path.of("/home/hanako");
        Path none = Path.of("/nowhere");

        assertThat(StoreLocation.of(Map.of(), home, none).root())
                .isEqualTo(Path.of("/home/hanako/.cache/aizuchi/models"));
        assertThat(StoreLocation.of(Map.of("XDG_CACHE_HOME", "/var/cache"), home, none)
                        .root())
                .isEqualTo(Path.of("/var/cache/aizuchi/models"));
        assertThat(StoreLocation.of(Map.of("XDG_CACHE_HOME", "relative"), home, none)
                        .root())
                .isEqualTo(Path.of("/home/hanako/.cache/aizuchi/models"));
        assertThat(StoreLocation.of(
                        Map.of("AIZUCHI_MODELS", "/opt/models", "XDG_CACHE_HOME", "/var/cache"), home, none))
                .isEqualTo(new StoreLocation(Path.of("/opt/models"), none, Path.of("/opt/models/models.lock")));
    }

    private ModelStore fetched() throws IOException {
        Path brought = Files.write(folder.resolve("brought.bin"), WEIGHTS);
        ModelStore store = store(root, model(plain(ADDRESS)));
        assertThat(store.fetchFrom("ears", brought, QUICK, ProgressListener.NONE))
                .isDirectory();
        return store;
    }
}
