package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A class path as long as a whole product's once ended the JVM without a word; see DeepStack. */
class LongCommandLineTest {

    @Test
    void opens_in_a_process_with_a_very_long_command_line() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java,
                        "-Dlong=" + "/a/jar-with-a-name.jar:".repeat(1_500),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenBoth.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    /** What the other process does. */
    static final class OpenBoth {
        private OpenBoth() {}

        public static void main(String[] args) {
            OnnxTextEncoder.open(ShippedModels.encoder()).close();
            SileroVoiceDetector.open(ShippedModels.silero()).close();
        }
    }
}
