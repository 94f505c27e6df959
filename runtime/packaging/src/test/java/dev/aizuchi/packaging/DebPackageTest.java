package dev.aizuchi.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebPackageTest {
    @TempDir
    private Path folder;

    private Path deb = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Product product = Sample.product(folder.resolve("product"));
        DebPackage made = new DebPackage(product, Platform.AARCH64, Sample.image(folder.resolve("image")));
        deb = folder.resolve(made.fileName());
        made.write(deb);
    }

    @Test
    void has_the_three_parts_in_their_order_and_says_what_it_is() throws IOException {
        assertThat(deb.getFileName()).hasToString("aizuchi_1.2.3~snapshot_arm64.deb");
        Map<String, byte[]> parts = parts();
        assertThat(parts.keySet()).containsExactly("debian-binary", "control.tar.gz", "data.tar.gz");
        Map<String, String> control = texts(parts.get("control.tar.gz"));
        assertThat(control.get("./control"))
                .contains("Version: 1.2.3~snapshot\n", "Architecture: arm64\n")
                .containsPattern("Installed-Size: \\d+\n")
                .doesNotContain("{");
        assertThat(control.get("./conffiles")).isEqualTo("/etc/aizuchi/agent.yaml\n");
        assertThat(control.get("./md5sums")).contains("  usr/lib/aizuchi/lib/a.jar\n");
        assertThat(control.keySet()).contains("./postinst", "./prerm", "./postrm");
    }

    @Test
    void files_lie_where_debian_has_them_and_belong_to_root() throws IOException {
        Map<String, TarArchiveEntry> data = entries(parts().get("data.tar.gz"));
        assertThat(data.keySet())
                .contains(
                        "./etc/aizuchi/agent.yaml",
                        "./usr/lib/systemd/system/aizuchi.service",
                        "./usr/lib/sysusers.d/aizuchi.conf",
                        "./usr/share/doc/aizuchi/copyright");
        assertThat(data.values())
                .allMatch(entry ->
                        entry.getLongUserId() == 0 && entry.getUserName().equals("root"));
        assertThat(Objects.requireNonNull(data.get("./usr/lib/aizuchi/bin/aizuchi"))
                        .getMode())
                .isEqualTo(0100755);
        assertThat(Objects.requireNonNull(data.get("./usr/lib/aizuchi/lib/a.jar"))
                        .getMode())
                .isEqualTo(0100644);
        assertThat(Objects.requireNonNull(data.get("./usr/lib/aizuchi/lib/b.jar"))
                        .getLinkName())
                .isEqualTo("a.jar");
        assertThat(Objects.requireNonNull(data.get("./usr/bin/aizuchi")).getLinkName())
                .isEqualTo("../lib/aizuchi/bin/aizuchi");
    }

    @Test
    void two_packages_of_one_image_are_the_same() throws IOException {
        Path second = folder.resolve("second.deb");
        new DebPackage(
                        new Product(folder.resolve("product"), "1.2.3-SNAPSHOT"),
                        Platform.AARCH64,
                        folder.resolve("image"))
                .write(second);
        assertThat(second).hasSameBinaryContentAs(deb);
    }

    @Test
    void dpkg_reads_it() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dpkg-deb")));
        Path unpacked = folder.resolve("unpacked");
        Process dpkg = new ProcessBuilder("dpkg-deb", "--raw-extract", deb.toString(), unpacked.toString())
                .inheritIO()
                .start();
        assertThat(dpkg.waitFor()).isZero();
        assertThat(unpacked.resolve("usr/lib/aizuchi/lib/a.jar"))
                .hasSameBinaryContentAs(folder.resolve("image/lib/a.jar"));
        assertThat(unpacked.resolve("DEBIAN/control")).content().startsWith("Package: aizuchi\n");
        assertThat(unpacked.resolve("DEBIAN/postinst")).isExecutable();
    }

    @Test
    void without_a_built_product_it_says_where_to_make_it() {
        assertThatThrownBy(() -> new Product(folder, "1")).hasMessageContaining("holds no built product");
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(deb);
                ArArchiveInputStream ar = new ArArchiveInputStream(file)) {
            for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
                parts.put(entry.getName(), ar.readAllBytes());
            }
        }
        return parts;
    }

    private static Map<String, TarArchiveEntry> entries(byte @Nullable [] tarGz) throws IOException {
        Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = tar(tarGz)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                assertThat(entries.put(entry.getName(), entry)).isNull();
            }
        }
        return entries;
    }

    private static Map<String, String> texts(byte @Nullable [] tarGz) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = tar(tarGz)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                texts.put(entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static TarArchiveInputStream tar(byte @Nullable [] tarGz) throws IOException {
        return new TarArchiveInputStream(
                new GzipCompressorInputStream(new ByteArrayInputStream(Objects.requireNonNull(tarGz))));
    }
}
