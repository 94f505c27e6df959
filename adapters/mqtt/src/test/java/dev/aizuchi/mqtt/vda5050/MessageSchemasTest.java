package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that all messages of the other tests are held to would tell of a fault. */
class MessageSchemasTest {
    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0"})
    void what_fits_no_schema_is_told_of(String version) {
        VdaSettings settings = VdaSettings.of(
                URI.create("tcp://127.0.0.1:1883"),
                "Aizuchi",
                "1",
                version,
                List.of(new VdaSettings.Spot("食堂", "n-2", 10, 0, 0, "floor-1")));
        Dialect dialect = settings.dialect();
        String good = new String(
                new Messages(settings, InstantSource.system())
                        .instantActions(List.of(InstantAction.of(InstantAction.Kind.STOP_PAUSE))),
                StandardCharsets.UTF_8);
        assertThat(faults(dialect, good)).isEmpty();
        assertThat(faults(dialect, good.replace("blockingType", "blokingType"))).hasSize(2);
        assertThat(faults(dialect, good.replace("actionParameters", "parameters")))
                .singleElement()
                .asString()
                .contains("parameters");
        assertThat(faults(dialect, good.replace("\"stopPause\"", "7"))).hasSize(1);
        assertThat(faults(dialect, good.replace("\"timestamp\":\"", "\"timestamp\":\"am ")))
                .hasSize(1);
        assertThat(faults(dialect, "{")).hasSize(1);
    }

    private static List<String> faults(Dialect dialect, String message) {
        return MessageSchemas.faults(dialect, "instantActions", message.getBytes(StandardCharsets.UTF_8));
    }
}
