package dev.aizuchi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaRuntimeTest {
    @TempDir
    private Path folder;

    @Test
    void reads_from_a_program_for_which_platform_it_is() throws IOException {
        assertThat(JavaRuntime.platform(elf(0x3E))).contains(Platform.X86_64);
        assertThat(JavaRuntime.platform(elf(0xB7))).contains(Platform.AARCH64);
        assertThat(JavaRuntime.platform(elf(0x28))).isEmpty();
        assertThat(JavaRuntime.platform(Files.writeString(folder.resolve("script"), "#!/bin/sh\nexec something\n")))
                .isEmpty();
        assertThat(JavaRuntime.platform(folder.resolve("none"))).isEmpty();
    }

    @Test
    void a_runtime_without_jmods_is_told_with_the_cure() {
        assertThatThrownBy(() -> JavaRuntime.make(folder, Platform.X86_64, folder.resolve("to")))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining(folder + " has no folder jmods")
                .hasMessageContaining("--jdk");
    }

    private Path elf(int machine) throws IOException {
        byte[] head = new byte[64];
        head[0] = 0x7F;
        head[1] = 'E';
        head[2] = 'L';
        head[3] = 'F';
        head[18] = (byte) machine;
        return Files.write(folder.resolve("elf-" + machine), head);
    }
}
