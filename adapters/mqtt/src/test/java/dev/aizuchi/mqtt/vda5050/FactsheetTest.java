package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactsheetTest {
    @ParameterizedTest
    @EnumSource
    void who_takes_no_ids_like_ours_could_not_be_stopped(Dialect dialect) throws IOException {
        assertThat(read(dialect, 36, false).unstoppable()).isEmpty();
        assertThat(read(dialect, 0, false).unstoppable()).as("no limit").isEmpty();
        assertThat(read(dialect, 35, false).unstoppable())
                .hasValueSatisfying(why -> assertThat(why).contains("no id of 36"));
        assertThat(read(dialect, 64, true).unstoppable()).isPresent();
    }

    private static Factsheet read(Dialect dialect, int idLength, boolean digits) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = (ObjectNode) mapper.readTree(Factsheets.of(dialect, Map.of(), 0));
        json.withObject("/protocolLimits/" + dialect.stringLengths)
                .put(dialect.idLength, idLength)
                .put("idNumericalOnly", digits);
        byte[] message = mapper.writeValueAsBytes(json);
        assertThat(MessageSchemas.faults(dialect, "factsheet", message)).isEmpty();
        return Factsheet.read(message, dialect);
    }
}
