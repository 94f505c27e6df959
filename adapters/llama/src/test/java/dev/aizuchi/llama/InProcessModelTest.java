package dev.aizuchi.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Limits;
import dev.aizuchi.language.Generation.Reason;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.testkit.LanguageModelContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessModelTest extends LanguageModelContract {
    @TempDir
    Path folder;

    private LanguageModel model = new NoModel();

    @BeforeEach
    void load() throws IOException {
        model = InProcessModel.open(settings("chatml", 1_024));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Override
    protected LanguageModel model() {
        return model;
    }

    @Test
    void knows_how_much_of_a_prompt_it_has_read_before() {
        Limits limits = new Limits(4, Duration.ofSeconds(60));
        Generation first = model.generate(prompt("おはよう。"), limits);
        read(first);
        Generation second = model.generate(prompt("おはようございます。"), limits);
        read(second);
        assertThat(first.ending().usage().cachedTokens()).isZero();
        assertThat(second.ending().usage().cachedTokens())
                .isGreaterThan(second.ending().usage().promptTokens() / 2);
    }

    @Test
    void refuses_a_prompt_that_its_context_does_not_hold() {
        Generation generation = model.generate(prompt("あ".repeat(2_000)), new Limits(4, Duration.ofSeconds(60)));
        assertThat(read(generation)).isEmpty();
        assertThat(generation.ending().reason()).isEqualTo(Reason.FAILED);
        assertThat(generation.ending().message())
                .contains("tokens", "raise context")
                .doesNotContain("あ");
    }

    /**
     * A model of random weights is nearly undecided, so that rounding may tip one of its words; a wrong prompt, all.
     */
    @Test
    void reads_a_long_prompt_in_parts_and_writes_as_if_at_once() {
        Limits limits = new Limits(1, Duration.ofSeconds(60));
        Set<String> written = new HashSet<>();
        long alike = Stream.of("むかし", "あるとき", "きのう", "山の中", "海の底")
                .map(begin -> prompt((begin + "、あるところに。").repeat(30)))
                .filter(prompt -> {
                    String inParts = read(model.generate(prompt, limits));
                    written.add(inParts);
                    return read(model.generate(prompt, limits)).equals(inParts);
                })
                .count();
        assertThat(alike).isGreaterThanOrEqualTo(3);
        assertThat(written).as("what is written hangs on the prompt").hasSizeGreaterThan(1);
    }

    @Test
    void speaks_by_the_template_of_the_file() throws IOException {
        try (LanguageModel talking = InProcessModel.open(settings("template", 512))) {
            assertThat(read(talking.generate(prompt("おはよう。"), new Limits(4, Duration.ofSeconds(60)))))
                    .isNotEmpty();
        }
    }

    @Test
    void takes_its_usual_form_from_the_settings() throws IOException {
        Path grammar = Files.writeString(folder.resolve("yes.gbnf"), "root ::= \"はい\"\n");
        LlamaSettings plain = settings("plain", 512);
        LlamaSettings bound =
                new LlamaSettings(plain.model(), "plain", 1, 512, 0, 0.5, 3, List.of(), grammar, false, 0, false, null);
        try (LanguageModel yes = InProcessModel.open(bound)) {
            assertThat(read(yes.generate(prompt("元気ですか。"), new Limits(20, Duration.ofSeconds(60)))))
                    .isEqualTo("はい");
        }
    }

    @Test
    void names_a_file_that_llama_cannot_load() throws IOException {
        Path model = TinyModel.write(folder.resolve("cut.gguf"), true);
        byte[] bytes = Files.readAllBytes(model);
        Files.write(model, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> InProcessModel.open(LlamaSettings.of(model, "template")))
                .isInstanceOf(AdapterException.class)
                .hasMessageContainingAll("cut.gguf", "damaged");
    }

    private LlamaSettings settings(String format, int context) throws IOException {
        Path file = TinyModel.write(folder.resolve("tiny.gguf"), true);
        return new LlamaSettings(file, format, 1, context, 0, 0, 1, List.of(), null, null, 0, false, null);
    }

    /** Stands where no model is open yet. */
    private record NoModel() implements LanguageModel {
        @Override
        public Generation generate(dev.aizuchi.language.Prompt prompt, Limits limits) {
            throw new IllegalStateException("no model is open");
        }

        @Override
        public void close() {}
    }
}
