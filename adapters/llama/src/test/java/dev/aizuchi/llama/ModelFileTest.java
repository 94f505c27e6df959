package dev.aizuchi.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
    private static final long GB = 1_000_000_000;

    @TempDir
    Path folder;

    private MemoryGuard memory = new MemoryGuard(Path.of("/nowhere"), Path.of("/nowhere"));

    @BeforeEach
    void give_memory() throws IOException {
        memory = memory(8 * GB);
    }

    @Test
    void reads_what_a_file_says_of_its_model() throws IOException {
        GgufHeader header = GgufHeader.read(TinyModel.write(folder.resolve("tiny.gguf"), true));
        assertThat(header.architecture()).isEqualTo("llama");
        assertThat(header.chatTemplate()).isTrue();
        // Two layers, keys and values, 64 numbers of two bytes each.
        assertThat(header.cacheBytesPerToken()).isEqualTo(2 * 2 * 64 * 2);
    }

    @Test
    void takes_the_only_model_of_a_folder_and_the_first_of_parts() throws IOException {
        Path model = TinyModel.write(folder.resolve("big-00001-of-00002.gguf"), true);
        Files.write(folder.resolve("big-00002-of-00002.gguf"), new byte[10]);
        Files.writeString(folder.resolve("SHA256SUMS"), "");
        assertThat(ModelFile.of(LlamaSettings.of(folder, "template"), memory).path())
                .isEqualTo(model);
        TinyModel.write(folder.resolve("other.gguf"), true);
        assertThatThrownBy(() -> ModelFile.of(LlamaSettings.of(folder, "template"), memory))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("2 files in GGUF; name one");
    }

    @Test
    void tells_a_model_that_was_not_taught_to_talk() throws IOException {
        Path base = TinyModel.write(folder.resolve("base.gguf"), false);
        assertThatThrownBy(() -> ModelFile.of(LlamaSettings.of(base, "template"), memory))
                .hasMessageContainingAll("no chat template", "set format to");
        assertThat(ModelFile.of(LlamaSettings.of(base, "plain"), memory).path()).isEqualTo(base);
    }

    @Test
    void refuses_with_a_cure_what_the_memory_cannot_hold() throws IOException {
        Path model = TinyModel.write(folder.resolve("tiny.gguf"), true);
        MemoryGuard tight = memory(100_000_000);
        assertThatThrownBy(() -> ModelFile.of(LlamaSettings.of(model, "template"), tight))
                .isInstanceOf(AdapterException.class)
                .hasMessageContainingAll(
                        "does not fit into the memory", "MB are free", "smaller model", "ignore-memory");
        LlamaSettings bold =
                new LlamaSettings(model, "template", 1, 512, 0, 0, 0, List.of(), null, null, 0, true, null);
        assertThat(ModelFile.of(bold, tight).path()).isEqualTo(model);
    }

    @Test
    void counts_the_limit_of_a_container_and_what_it_could_drop() throws IOException {
        Path cgroup = Files.createDirectories(folder.resolve("cgroup"));
        Files.writeString(cgroup.resolve("memory.max"), "2000000000\n");
        Files.writeString(cgroup.resolve("memory.current"), "1500000000\n");
        Files.writeString(cgroup.resolve("memory.stat"), "anon 1\ninactive_file 100000000\n");
        MemoryGuard contained = new MemoryGuard(meminfo(8 * GB), cgroup);
        assertThat(contained.objection(500_000_000, 0, 256))
                .hasValueSatisfying(why -> assertThat(why).contains("600 MB are free"));
        assertThat(contained.objection(100_000_000, 0, 256)).isEmpty();
        Files.writeString(cgroup.resolve("memory.max"), "max\n");
        assertThat(contained.objection(500_000_000, 0, 256)).isEmpty();
    }

    @Test
    void refuses_nothing_where_the_machine_tells_nothing() {
        assertThat(new MemoryGuard(Path.of("/nowhere"), Path.of("/nowhere")).objection(90 * GB, 0, 256))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GG", "GGUF", "a web page, not a model"})
    void names_a_file_that_is_no_model(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("page.gguf"), content);
        assertThatThrownBy(() -> ModelFile.of(LlamaSettings.of(file, "template"), memory))
                .isInstanceOf(AdapterException.class)
                .hasMessageContainingAll("page.gguf", "no model in GGUF");
    }

    @Test
    void survives_every_cut_and_flipped_byte_of_a_header() throws IOException {
        byte[] whole = Files.readAllBytes(TinyModel.write(folder.resolve("tiny.gguf"), true));
        Path file = folder.resolve("bent.gguf");
        for (int at = 0; at < 3_000; at += 37) {
            byte[] bent = whole.clone();
            bent[at] ^= (byte) 0xFF;
            Files.write(file, bent);
            readsOrRefuses(file);
            Files.write(file, java.util.Arrays.copyOf(whole, at));
            readsOrRefuses(file);
        }
    }

    @Test
    void names_what_is_not_there() {
        assertThatThrownBy(() -> ModelFile.of(LlamaSettings.of(folder.resolve("gone.gguf"), "template"), memory))
                .hasMessageContainingAll("gone.gguf is not there", "models list");
    }

    private static void readsOrRefuses(Path file) {
        try {
            assertThat(GgufHeader.read(file)).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private MemoryGuard memory(long bytes) throws IOException {
        return new MemoryGuard(meminfo(bytes), Path.of("/nowhere"));
    }

    private Path meminfo(long bytes) throws IOException {
        return Files.writeString(
                folder.resolve("meminfo"),
                "MemTotal: 99 kB\nMemFree: 1 kB\nMemAvailable:   " + bytes / 1_024 + " kB\n");
    }
}
