package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFilesTest {
    @TempDir
    private Path here;

    @TempDir
    private Path there;

    @Test
    void files_and_folders_stand_elsewhere_as_they_did_here_and_are_named_as_here() throws IOException {
        Path folder = Files.createDirectories(here.resolve("care/deep"));
        Files.writeString(folder.resolve("a.yaml"), "name: 水\n");
        Files.writeString(folder.resolve("notes.txt"), "not carried");
        Path file = Files.writeString(here.resolve("b.yaml"), "name: b\n");

        SuiteFiles files = SuiteFiles.fromJson(
                SuiteFiles.of(List.of(here.resolve("care"), file)).toJson());
        List<Path> paths = files.unpack(there);

        assertThat(paths.get(0).resolve("deep/a.yaml")).content().isEqualTo("name: 水\n");
        assertThat(paths.get(0).resolve("deep/notes.txt")).doesNotExist();
        assertThat(paths.get(1)).content().isEqualTo("name: b\n");
        assertThat(files.named(paths.get(0).resolve("deep/a.yaml") + ": turn 0, " + paths.get(1), there))
                .isEqualTo(folder.resolve("a.yaml") + ": turn 0, " + file);
    }

    @Test
    void nothing_is_written_outside_of_the_folder() throws IOException {
        SuiteFiles hostile = SuiteFiles.fromJson("[{\"named\":\"x\",\"texts\":{\"../../out.yaml\":\"\"}}]");
        assertThatThrownBy(() -> hostile.unpack(there.resolve("suite"))).hasMessageContaining("leads out of the suite");
        assertThat(there.resolve("out.yaml")).doesNotExist();
        assertThat(there.resolve("suite")).doesNotExist();
    }

    @Test
    void says_which_path_cannot_be_read() {
        assertThatThrownBy(() -> SuiteFiles.of(List.of(here.resolve("none"))))
                .hasMessageContaining("cannot read scenarios in " + here.resolve("none"));
    }
}
