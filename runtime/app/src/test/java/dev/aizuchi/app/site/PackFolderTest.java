package dev.aizuchi.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackFolderTest {
    @TempDir
    private Path folder;

    @Test
    void an_archive_is_unpacked_until_it_is_closed() throws IOException {
        Path pack = PackFiles.write(folder.resolve("my-site"), Map.of("site.yaml", "name: 園\n"));
        Path archive = PackFiles.zip(pack, folder.resolve("my-site.zip"));
        Path root;
        try (PackFolder open = PackFolder.open(archive)) {
            root = open.root();
            assertThat(root.resolve("site.yaml")).hasContent("name: 園");
            assertThat(open.shown(root.resolve("site.yaml"))).isEqualTo(archive + "/site.yaml");
        }
        assertThat(root).doesNotExist();
        assertThat(root.getParent()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../aizuchi-out.txt", "a/../../aizuchi-out.txt", "/tmp/aizuchi-out.txt", "..\\aizuchi-out.txt"})
    void an_archive_that_would_write_outside_is_refused(String name) throws IOException {
        assertThatThrownBy(() -> PackFolder.open(archive(name, 1)))
                .isInstanceOf(SitePackException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("outside");
        assertThat(folder.resolveSibling("aizuchi-out.txt")).doesNotExist();
    }

    @Test
    void an_archive_that_unpacks_to_too_much_is_refused() throws IOException {
        Path bomb = archive("documents/zeros.txt", (int) (PackFolder.MOST_BYTES / 1_000_000) + 1);
        assertThat(bomb).isNotEmptyFile();
        assertThat(Files.size(bomb)).isLessThan(PackFolder.MOST_BYTES / 100);
        assertThatThrownBy(() -> PackFolder.open(bomb)).hasMessageContaining("more than 100 MB");
    }

    @Test
    void an_archive_with_too_many_files_is_refused() throws IOException {
        Path archive = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i <= PackFolder.MOST_FILES; i++) {
                zip.putNextEntry(new ZipEntry("documents/" + i + ".txt"));
            }
        }
        assertThatThrownBy(() -> PackFolder.open(archive)).hasMessageContaining("more than 2000 files");
    }

    @Test
    void what_is_no_pack_is_told_with_the_cure() throws IOException {
        assertThatThrownBy(() -> PackFolder.open(folder.resolve("none")))
                .hasMessageContaining("none: no such folder")
                .hasMessageContaining("./aizuchi site new");
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
        assertThatThrownBy(() -> PackFolder.open(text)).hasMessageContaining("text.zip: cannot be unpacked");
    }

    private Path archive(String entry, int megabytes) throws IOException {
        Path archive = folder.resolve("pack.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(entry));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        }
        return archive;
    }
}
