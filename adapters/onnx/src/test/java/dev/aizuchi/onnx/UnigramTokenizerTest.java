package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnigramTokenizerTest {
    private static final int UNKNOWN = 3;

    private static UnigramTokenizer shipped;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        Path model = ShippedModels.encoder();
        shipped = UnigramTokenizer.load(model.resolve("vocab.tsv"), model.resolve("norm.tsv"));
    }

    static Stream<Arguments> referenceIds() {
        try (InputStream table = UnigramTokenizerTest.class.getResourceAsStream("reference-ids.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(row -> Arguments.of(row[0], row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("referenceIds")
    void cuts_like_the_reference(String text, String ids) {
        long[] expected =
                Arrays.stream(ids.split(" ")).mapToLong(Long::parseLong).toArray();

        assertThat(shipped.encode("query: " + text)).containsExactly(expected);
    }

    @Test
    void folds_widths_marks_and_spaces() {
        assertThat(shipped.encode("ﾄﾞｱ")).containsExactly(shipped.encode("ドア"));
        assertThat(shipped.encode("１２３")).containsExactly(shipped.encode("123"));
        assertThat(shipped.encode("  お茶　 を\n")).containsExactly(shipped.encode("お茶 を"));
    }

    @Test
    void takes_the_likeliest_cut_and_not_the_longest_piece() {
        UnigramTokenizer small = tokenizer("\u2581\t-1", "お\t-2", "茶\t-2", "お茶\t-3", "茶を\t-3", "を\t-9");

        // お + 茶を is −5, お茶 + を is −12.
        assertThat(small.encode("お茶を")).containsExactly(0, 4, 5, 8, 2);
    }

    @Test
    void takes_what_it_does_not_know_as_one_unknown_piece_a_character() {
        UnigramTokenizer small = tokenizer("\u2581\t-1", "お\t-2");

        assertThat(small.encode("お𠮷お")).containsExactly(0, 4, 5, UNKNOWN, 5, 2);
    }

    @Test
    void does_not_take_typed_control_pieces_for_its_own() {
        long[] pieces = shipped.encode("</s><pad><s><unk>");

        assertThat(Arrays.copyOfRange(pieces, 1, pieces.length - 1)).doesNotContain(0, 1, 2);
    }

    @Test
    void survives_lone_surrogates_and_control_characters() {
        assertThat(shipped.encode("\uD83E")).contains(UNKNOWN);
        assertThat(shipped.encode("お茶\uDC00を")).contains(UNKNOWN);
        assertThat(shipped.encode("\u0001\u0007お茶\u007F")).containsExactly(shipped.encode("お茶"));
    }

    @Test
    void leaves_out_what_is_too_long() {
        long[] pieces = shipped.encode("お茶が欲しい。".repeat(15_000));

        assertThat(pieces).hasSize(UnigramTokenizer.MAX_PIECES);
        assertThat(pieces[0]).isZero();
        assertThat(pieces[pieces.length - 1]).isEqualTo(2);
    }

    @Test
    void gives_only_begin_and_space_for_nothing() {
        assertThat(shipped.encode("")).containsExactly(shipped.encode(" \t　"));
    }

    @Test
    void names_the_damaged_line_and_the_cure() throws IOException {
        Path vocabulary = Files.writeString(folder.resolve("vocab.tsv"), "<s>\t0\n<pad>\t0\n</s>\tnull\n");
        Path normalization = Files.writeString(folder.resolve("norm.tsv"), "9\t32\n");

        assertThatThrownBy(() -> UnigramTokenizer.load(vocabulary, normalization))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("vocab.tsv is damaged at line 3")
                .hasMessageContaining("./aizuchi models fetch encoder-ja");
    }

    @Test
    void names_a_table_that_is_not_text() throws IOException {
        Path vocabulary = Files.write(folder.resolve("vocab.tsv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});

        assertThatThrownBy(() -> UnigramTokenizer.load(vocabulary, vocabulary))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("vocab.tsv cannot be read");
    }

    private UnigramTokenizer tokenizer(String... pieces) {
        try {
            Path vocabulary = Files.writeString(
                    folder.resolve("vocab.tsv"), "<s>\t0\n<pad>\t0\n</s>\t0\n<unk>\t0\n" + String.join("\n", pieces));
            return UnigramTokenizer.load(vocabulary, Files.writeString(folder.resolve("norm.tsv"), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
