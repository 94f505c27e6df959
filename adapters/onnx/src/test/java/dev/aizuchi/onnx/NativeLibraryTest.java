package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The native library of ONNX Runtime has nothing in it that could report to its makers. */
class NativeLibraryTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux-x64", "linux-aarch64"})
    void holds_no_address_to_report_to(String platform) throws IOException {
        String library = "/ai/onnxruntime/native/" + platform + "/libonnxruntime.so";
        try (InputStream in = Objects.requireNonNull(OrtEnvironment.class.getResourceAsStream(library), library)) {
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("onnxruntime")).isTrue();
            assertThat(bytes.contains("OneCollector")).isFalse();
            assertThat(bytes.contains("ORT_DISABLE_TELEMETRY")).isFalse();
        }
    }
}
