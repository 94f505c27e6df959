package dev.aizuchi.ros2.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Shared;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Fit;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hold the codec to what rclpy writes; golden.py says how the file was made. */
class CdrGoldenTest {
    private static final Definitions DEFINITIONS = Shared.definitions();

    static Stream<String> rows() throws IOException {
        try (InputStream file = CdrGoldenTest.class.getResourceAsStream("golden.tsv")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void reads_what_rclpy_writes_and_writes_the_same(String row) throws MalformedException {
        String[] parts = row.split("\t", -1);
        Message type = DEFINITIONS.message(parts[0]);
        byte[] golden = HexFormat.of().parseHex(parts[2]);
        Datum.Fields message = Fit.fit(type, Json.fields(parts[1]));
        assertThat(Cdr.decode(type, golden)).isEqualTo(message);

        byte[] own = Cdr.encode(type, message);
        assertThat(own.length).isLessThanOrEqualTo(golden.length);
        for (int i = 0; i < own.length; i++) {
            // rclpy leaves in the gaps between values what lay in its memory; they are zero here.
            assertThat(own[i] == 0 || own[i] == golden[i]).as("byte " + i).isTrue();
        }
        assertThat(Cdr.decode(type, own)).isEqualTo(message);
    }
}
