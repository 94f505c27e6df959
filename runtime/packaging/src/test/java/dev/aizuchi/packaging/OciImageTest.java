package dev.aizuchi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OciImageTest {
    @TempDir
    private Path folder;

    @Test
    void lies_upon_its_base_with_the_program_as_entry_for_nobody_in_particular() throws Exception {
        Path base = folder.resolve("base.tar");
        Path libc = Files.writeString(folder.resolve("libc.so.6"), "the base's own");
        Jib.fromScratch()
                .setPlatforms(Set.of(new Platform("arm64", "linux")))
                .addLayer(List.of(libc), "/lib")
                .containerize(Containerizer.to(TarImage.at(base).named("base:1")));
        Path made = folder.resolve("made.tar");
        OciImage.write(
                Sample.product(folder.resolve("product")),
                dev.aizuchi.packaging.Platform.AARCH64,
                Sample.image(folder.resolve("image")),
                base.toString(),
                made);
        Map<String, String> files = files(made);
        assertThat(files).containsKey("index.json");
        assertThat(files.values())
                .anySatisfy(config -> assertThat(config)
                        .contains("\"Entrypoint\":[\"/usr/lib/aizuchi/bin/aizuchi\"]")
                        .contains("\"User\":\"10001:10001\"")
                        .contains("\"architecture\":\"arm64\""));
        // The base's layer and those of lib, share and bin.
        assertThat(files.values())
                .anySatisfy(manifest ->
                        assertThat(manifest.split("image.layer.v1", -1)).hasSize(1 + 4));
    }

    @Test
    void a_base_that_is_neither_a_file_nor_a_name_is_told() {
        assertThatThrownBy(() -> OciImage.write(
                        Sample.product(folder.resolve("product")),
                        dev.aizuchi.packaging.Platform.AARCH64,
                        folder,
                        "No Such Base",
                        folder.resolve("made.tar")))
                .hasMessageContaining("--oci No Such Base is neither a file nor a name");
    }

    private static Map<String, String> files(Path tar) throws Exception {
        Map<String, String> files = new HashMap<>();
        try (InputStream in = Files.newInputStream(tar);
                TarArchiveInputStream entries = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
