package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxTextEncoderTest {
    private static OnnxTextEncoder encoder;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        encoder = OnnxTextEncoder.open(ShippedModels.encoder());
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @ParameterizedTest
    @CsvSource({
        "トイレに行きたい, お手洗いに連れて行って, 今日はいい天気ですね",
        "お水をください, 水が飲みたいです, 電気を消して",
        "看護師さんを呼んで, ナースコールを押してほしい, 会議室はどこですか",
        "会議室はどこですか, 会議室への行き方を教えてください, お薬の時間ですか",
    })
    void puts_a_paraphrase_nearer_than_another_wish(String wish, String paraphrase, String other) {
        assertThat(cosine(wish, paraphrase)).isGreaterThan(cosine(wish, other) + 0.01);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "はい", "\uD83E", "お茶\uDC00", "\u0000", "</s></s>", "🤖🤖🤖", "ﷺ", "a\u0301\u0301\u0301"})
    void gives_any_text_a_vector_of_unit_length(String text) {
        assertUnitLength(encoder.encode(text));
    }

    @Test
    void gives_a_text_of_100_000_characters_a_vector() {
        assertUnitLength(encoder.encode("お茶が欲しいです。".repeat(11_112)));
        assertUnitLength(encoder.encode("\u0000".repeat(100_000)));
        assertUnitLength(encoder.encode("龘".repeat(100_000)));
    }

    @Test
    void gives_the_vectors_of_the_reference() {
        // ONNX Runtime in Python, with the ids of the reference tokenizer; processors round a little differently.
        assertThat(Arrays.copyOf(encoder.encode("お茶をください"), 4))
                .containsExactly(new float[] {0.0949f, -0.0266f, -0.0664f, -0.0923f}, within(0.005f));
    }

    @Test
    void ignores_spaces_around_the_text() {
        assertThat(encoder.encode("  お茶をください　\n")).containsExactly(encoder.encode("お茶をください"));
    }

    @Test
    void gives_many_threads_the_same_vectors_as_one() throws Exception {
        List<String> texts = List.of("お茶をください", "止まって", "おはようございます", "電気をつけてくれますか");
        List<float[]> alone = texts.stream().map(encoder::encode).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> together = IntStream.range(0, 80)
                    .mapToObj(i -> threads.submit(() -> encoder.encode(texts.get(i % texts.size()))))
                    .toList();
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).containsExactly(alone.get(i % texts.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void gives_a_batch_of_any_lengths_the_vectors_of_single_texts() {
        List<String> texts = IntStream.range(0, 70)
                .mapToObj(i -> i % 7 == 0 ? "" : "お茶をください、".repeat(i % 5) + "会議室はどこですか")
                .toList();
        List<float[]> vectors = encoder.encodeAll(texts);

        assertThat(vectors).hasSize(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(dot(vectors.get(i), encoder.encode(texts.get(i)))).isGreaterThan(0.998);
        }
        assertThat(encoder.encodeAll(List.of())).isEmpty();
    }

    @Test
    void refuses_to_encode_once_closed_and_closes_twice() {
        OnnxTextEncoder other = OnnxTextEncoder.open(ShippedModels.encoder());
        other.close();
        other.close();

        assertThatThrownBy(() -> other.encode("はい")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void names_a_missing_model_and_the_cure() {
        assertThatThrownBy(() -> OnnxTextEncoder.open(folder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(folder.resolve("encoder.onnx").toString())
                .hasMessageContaining("is missing")
                .hasMessageContaining("./aizuchi models fetch encoder-ja");
    }

    @Test
    void names_a_missing_table_and_the_cure() throws IOException {
        copy("encoder.onnx", "vocab.tsv");

        assertThatThrownBy(() -> OnnxTextEncoder.open(folder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(folder.resolve("norm.tsv").toString())
                .hasMessageContaining("./aizuchi models fetch encoder-ja");
    }

    @Test
    void names_a_damaged_model_and_the_cure() throws IOException {
        copy("vocab.tsv", "norm.tsv");
        byte[] half = new byte[1_000_000];
        System.arraycopy(Files.readAllBytes(ShippedModels.encoder().resolve("encoder.onnx")), 0, half, 0, half.length);
        Files.write(folder.resolve("encoder.onnx"), half);

        assertThatThrownBy(() -> OnnxTextEncoder.open(folder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("encoder.onnx cannot be loaded")
                .hasMessageContaining("./aizuchi models fetch encoder-ja");
    }

    @Test
    void refuses_the_vocabulary_of_a_larger_network() throws IOException {
        copy("encoder.onnx", "norm.tsv");
        String vocabulary = Files.readString(ShippedModels.encoder().resolve("vocab.tsv"));
        Files.writeString(folder.resolve("vocab.tsv"), vocabulary + "余り\t-12.5\n");

        assertThatThrownBy(() -> OnnxTextEncoder.open(folder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("do not belong together");
    }

    @Test
    void refuses_a_network_of_another_kind() throws IOException {
        copy("vocab.tsv", "norm.tsv");
        Files.copy(ShippedModels.silero(), folder.resolve("encoder.onnx"));

        assertThatThrownBy(() -> OnnxTextEncoder.open(folder))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("do not belong together");
    }

    private void copy(String... names) throws IOException {
        for (String name : names) {
            Files.copy(ShippedModels.encoder().resolve(name), folder.resolve(name));
        }
    }

    private static void assertUnitLength(float[] vector) {
        assertThat(vector).hasSize(encoder.dimensions());
        assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
    }

    private static double cosine(String a, String b) {
        return dot(encoder.encode(a), encoder.encode(b));
    }

    static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }
}
