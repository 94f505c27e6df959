package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntPhrasesTest {
    private static final Interpreter.Intent WATER = new Interpreter.Intent("water", List.of("お水をください", "喉が渇きました"));
    private static final Interpreter.Intent NURSE =
            new Interpreter.Intent("nurse", List.of("看護師さんを呼んで", "看護師さんに来てほしい"));

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("deep/er/vectors");
    }

    @Test
    void a_second_start_encodes_only_a_probe() {
        Counting first = new Counting(1);
        learn(List.of(WATER), first, file);
        assertThat(first.asked).contains("お水をください");
        Counting second = new Counting(1);
        Interpreter again = learn(List.of(WATER), second, file);
        assertThat(second.asked).hasSize(1);
        assertThat(again.interpret("お水をください").get(0).intent()).isEqualTo("water");
    }

    @Test
    void a_new_phrase_is_encoded_and_the_others_are_kept() {
        learn(List.of(WATER), new Counting(1), file);
        Counting second = new Counting(1);
        learn(List.of(NURSE), second, file);
        assertThat(second.asked).contains("看護師さんを呼んで").doesNotContain("お水をください");
        Counting third = new Counting(1);
        learn(List.of(WATER, NURSE), third, file);
        assertThat(third.asked).hasSize(1);
    }

    @Test
    void another_encoder_learns_anew() {
        learn(List.of(WATER), new Counting(1), file);
        Counting other = new Counting(2);
        learn(List.of(WATER), other, file);
        assertThat(other.asked).contains("お水をください");
    }

    @Test
    void a_file_with_one_wrong_byte_is_made_anew() throws Exception {
        learn(List.of(WATER), new Counting(1), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Counting second = new Counting(1);
        learn(List.of(WATER), second, file);
        assertThat(second.asked).contains("お水をください");
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(learn(List.of(WATER), new Counting(1), file).interpret("お水をください"))
                .isNotEmpty();
    }

    @Test
    void what_a_person_says_is_never_kept() throws Exception {
        Interpreter interpreter = learn(List.of(WATER), new Counting(1), file);
        byte[] before = Files.readAllBytes(file);
        interpreter.interpret("息子の電話番号を忘れたのですが水のように流れていく");
        learn(List.of(WATER), new Counting(1), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_place_that_cannot_be_written_is_done_without() throws Exception {
        Path blocked = Files.writeString(directory.resolve("file"), "").resolve("vectors");
        Interpreter interpreter = learn(List.of(WATER), new Counting(1), blocked);
        assertThat(interpreter.interpret("お水をください")).isNotEmpty();
    }

    private static Interpreter learn(List<Interpreter.Intent> intents, TextEncoder encoder, Path file) {
        return LearntPhrases.learn(intents, encoder, Interpreter.Caution.CAREFUL, file);
    }

    /** Gives each text a vector of its own, and each seed another one. */
    private static final class Counting implements TextEncoder {
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
        private final long seed;

        Counting(long seed) {
            this.seed = seed;
        }

        @Override
        public float[] encode(String text) {
            asked.add(text);
            Random random = new Random(seed * 31 + text.hashCode());
            float[] vector = new float[64];
            double square = 0;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
                square += vector[i] * vector[i];
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) Math.sqrt(square);
            }
            return vector;
        }

        @Override
        public int dimensions() {
            return 64;
        }

        @Override
        public void close() {}
    }
}
