package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these models would end the whole process, or hear nothing, if the natives got it. */
class ModelDirectoryTest {
    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void copy_the_starter_model() throws IOException {
        model = folder.resolve("ears");
        try (Stream<Path> files = Files.walk(Starter.MODEL)) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(Starter.MODEL.relativize(file).toString()));
            }
        }
    }

    private void assertRefused(String what) {
        assertThatThrownBy(() -> VoskRecognizer.open(model))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(model.toString())
                .hasMessageContaining(what)
                .hasMessageContaining("./aizuchi models fetch starter-ja");
    }

    private void cut(String file, long bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(model.resolve(file).toFile(), "rw")) {
            open.setLength(open.length() - bytes);
        }
    }

    private void withoutHashes() throws IOException {
        Files.deleteIfExists(model.resolve("SHA256SUMS"));
    }

    @Test
    void accepts_the_model_as_it_is_shipped() {
        assertThatCode(() -> VoskRecognizer.open(model).close()).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_file_in_place_of_a_directory() throws IOException {
        model = Files.createFile(folder.resolve("model.zip"));
        assertRefused("is a file, not a model's directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "am/final.mdl",
                "conf/mfcc.conf",
                "conf/model.conf",
                "graph/HCLr.fst",
                "graph/Gr.fst",
                "graph/words.txt",
                "graph/disambig_tid.int"
            })
    void refuses_a_model_that_lacks_a_file(String file) throws IOException {
        Files.delete(model.resolve(file));
        assertRefused(file + " is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "am/final.mdl",
                "conf/mfcc.conf",
                "conf/model.conf",
                "graph/HCLr.fst",
                "graph/Gr.fst",
                "graph/words.txt"
            })
    void refuses_an_empty_file(String file) throws IOException {
        Files.write(model.resolve(file), new byte[0]);
        assertRefused(file + " is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "graph/HCLr.fst", "graph/Gr.fst"})
    void refuses_text_in_place_of_numbers(String file) throws IOException {
        withoutHashes();
        Files.writeString(
                model.resolve(file), "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
        assertRefused(file + " is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "graph/Gr.fst"})
    void refuses_a_file_that_lacks_its_last_bytes(String file) throws IOException {
        withoutHashes();
        cut(file, 100);
        assertThatThrownBy(() -> VoskRecognizer.open(model))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(model.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph/HCLr.fst", "graph/Gr.fst"})
    void refuses_half_a_graph(String file) throws IOException {
        withoutHashes();
        cut(file, Files.size(model.resolve(file)) / 2);
        assertRefused(file + " is cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "graph/HCLr.fst", "graph/Gr.fst"})
    void refuses_a_file_of_the_right_length_with_a_wrong_byte(String file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(model.resolve(file).toFile(), "rw")) {
            open.seek(open.length() / 2);
            int wrong = open.read() ^ 1;
            open.seek(open.length() / 2);
            open.write(wrong);
        }
        assertRefused(file + " is damaged");
    }

    @Test
    void refuses_a_configuration_that_would_abort_at_the_first_pause() throws IOException {
        Files.writeString(model.resolve("conf/model.conf"), "--beam=15.0\n");
        assertRefused("conf/model.conf lacks --endpoint.silence-phones");
    }

    @Test
    void refuses_a_configuration_that_vosk_does_not_know() throws IOException {
        Files.writeString(model.resolve("conf/model.conf"), "--endpoint.silence-phones=1\n--no-such-option=1\n");
        assertRefused("Vosk cannot load it");
    }

    @Test
    void takes_a_configuration_that_was_changed_by_hand() throws IOException {
        Path file = model.resolve("conf/model.conf");
        Files.writeString(file, Files.readString(file).replaceAll("--beam=[0-9.]+", "--beam=13.0"));
        assertThatCode(() -> VoskRecognizer.open(model).close()).doesNotThrowAnyException();
    }

    @Test
    void takes_phrases_unless_the_graph_is_fixed() throws IOException {
        assertThat(ModelDirectory.checked(model).takesPhrases()).isTrue();
        Files.copy(model.resolve("graph/Gr.fst"), model.resolve("graph/HCLG.fst"));
        assertThat(ModelDirectory.checked(model).takesPhrases()).isFalse();
    }

    @Test
    void finds_a_model_below_a_japanese_folder() throws IOException {
        Path japanese = folder.resolve("音声 認識");
        Files.move(model, japanese);
        assertThatCode(() -> VoskRecognizer.open(japanese).close()).doesNotThrowAnyException();
    }
}
