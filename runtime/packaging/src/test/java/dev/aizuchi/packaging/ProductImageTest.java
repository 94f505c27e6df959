package dev.aizuchi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductImageTest {
    private static final int MACHINE = 18;

    @TempDir
    private Path natives;

    @BeforeEach
    void one_native_is_there() throws IOException {
        Files.write(natives.resolve("libonnxruntime.so"), elf(0xB7));
    }

    @Test
    void natives_of_the_same_kind_of_computer_are_taken() throws IOException {
        Files.write(natives.resolve("libvosk.so"), elf(0xB7));
        assertThatCode(() -> ProductImage.checkNatives(Platform.AARCH64, natives))
                .doesNotThrowAnyException();
    }

    @Test
    void a_library_that_no_jar_has_is_told_of_with_where_to_get_it() {
        assertThatThrownBy(() -> ProductImage.checkNatives(Platform.AARCH64, natives))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("libvosk.so for aarch64")
                .hasMessageContaining("runtime/packaging/foreign aarch64");
    }

    @Test
    void a_library_of_another_kind_of_computer_is_told_by_name() throws IOException {
        Files.write(natives.resolve("libvosk.so"), elf(0x3E));
        assertThatThrownBy(() -> ProductImage.checkNatives(Platform.AARCH64, natives))
                .hasMessageContaining("libvosk.so is not for Linux on aarch64");
    }

    @Test
    void the_trial_of_an_installation_finds_its_recording_beside_it() throws IOException {
        assertThat(ProductImage.prepare(Path.of("../..")))
                .contains("file: 26-stop-mei.wav")
                .contains("robot: { use: simulated }");
    }

    private static byte[] elf(int machine) {
        byte[] head = new byte[64];
        head[1] = 'E';
        head[2] = 'L';
        head[3] = 'F';
        head[MACHINE] = (byte) machine;
        return head;
    }
}
