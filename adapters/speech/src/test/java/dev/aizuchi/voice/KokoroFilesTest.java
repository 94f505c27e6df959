package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.plugin.AdapterException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KokoroFilesTest {
    private static final String HEADER = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1, 256), }\n";

    @TempDir
    Path directory;

    @Test
    void says_how_to_fetch_a_model_that_is_not_there() {
        assertThatThrownBy(() -> KokoroSynthesizer.open(KokoroProvider.Settings.of(directory)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("models fetch kokoro-ja");
    }

    @Test
    void says_how_to_fetch_a_model_that_is_broken() throws Exception {
        Files.writeString(directory.resolve("model.onnx"), "no network");
        Files.writeString(directory.resolve("vocab.json"), "{\"vocab\": {\"a\": 1}}");
        archive(HEADER, 512);

        assertThatThrownBy(() -> KokoroSynthesizer.open(KokoroProvider.Settings.of(directory)))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("models fetch kokoro-ja");
    }

    /** A class path as long as a whole product's once ended the JVM without a word; see DeepStack. */
    @Test
    void opens_in_a_process_with_a_very_long_command_line() throws Exception {
        Files.writeString(directory.resolve("model.onnx"), "no network");
        Files.writeString(directory.resolve("vocab.json"), "{\"vocab\": {\"a\": 1}}");
        archive(HEADER, 512);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Process process = new ProcessBuilder(
                        java,
                        "-Dlong=" + "/a/jar-with-a-name.jar:".repeat(1_500),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(Opening.REFUSED);
    }

    /** What the other process does: ONNX Runtime opens, and refuses the network. */
    static final class Opening {
        private static final int REFUSED = 3;

        private Opening() {}

        public static void main(String[] args) {
            try {
                KokoroSynthesizer.open(KokoroProvider.Settings.of(Path.of(args[0])));
            } catch (AdapterException e) {
                System.exit(REFUSED);
            }
        }
    }

    @Test
    void takes_the_style_for_a_sentences_length() throws Exception {
        KokoroVoice voice = KokoroVoice.read(archive(HEADER, 512), "jf_alpha");

        assertThat(voice.style(1)).hasSize(256).startsWith(0f, 1f);
        assertThat(voice.style(2)).startsWith(256f, 257f);
        assertThat(voice.style(900)).startsWith(256f, 257f);
    }

    @Test
    void names_the_voices_that_there_are() throws Exception {
        Path archive = archive(HEADER, 512);

        assertThatThrownBy(() -> KokoroVoice.read(archive, "nobody"))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("it has jf_alpha");
    }

    @Test
    void refuses_arrays_of_another_kind_and_files_that_are_no_archive() throws Exception {
        Path doubles = archive(HEADER.replace("<f4", "<f8"), 512);
        assertThatThrownBy(() -> KokoroVoice.read(doubles, "jf_alpha")).isInstanceOf(AdapterException.class);
        Path odd = archive(HEADER, 300);
        assertThatThrownBy(() -> KokoroVoice.read(odd, "jf_alpha")).isInstanceOf(AdapterException.class);
        Path text = Files.writeString(directory.resolve("voices.npz"), "no archive");
        assertThatThrownBy(() -> KokoroVoice.read(text, "jf_alpha")).isInstanceOf(AdapterException.class);
    }

    private Path archive(String header, int floats) throws Exception {
        ByteBuffer array =
                ByteBuffer.allocate(10 + header.length() + floats * 4).order(ByteOrder.LITTLE_ENDIAN);
        array.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        array.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < floats; i++) {
            array.putFloat(i);
        }
        Path archive = directory.resolve("voices.npz");
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("jf_alpha.npy"));
            zip.write(array.array());
        }
        return archive;
    }
}
