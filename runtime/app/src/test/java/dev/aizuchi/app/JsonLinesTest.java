package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.value.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void answers_in_order_and_passes_over_bad_lines() throws IOException {
        Values values = new Values(new Morphology());
        String in = """
                {"id":1,"text":"三時半に","reference":"2024-05-01T10:00:00+09:00"}
                not json

                {"id":2}
                {"id":"x","text":"明日","reference":"soon"}
                {"id":3,"text":"明日","reference":"2024-05-01"}
                """;
        boolean allWell = new JsonLines(new PrintWriter(out), new PrintWriter(err))
                .answer(
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        question -> ValuesCommand.find(values, question));
        List<String> lines = out.toString().lines().toList();
        assertThat(allWell).isFalse();
        assertThat(lines).hasSize(2);
        JsonNode first = Json.MAPPER.readTree(lines.get(0));
        assertThat(first.at("/normalized").asText()).isEqualTo("3時半に");
        assertThat(first.at("/values/0/value").asText()).isEqualTo("15:30");
        assertThat(first.at("/values/0/alternatives/0").asText()).isEqualTo("03:30");
        assertThat(first.at("/values/0/end").asInt()).isEqualTo(3);
        assertThat(lines.get(1)).contains("2024-05-02");
        assertThat(err.toString()).contains("line 2 is not JSON", "line 4 has no text", "line 5 has a \"reference\"");
    }
}
