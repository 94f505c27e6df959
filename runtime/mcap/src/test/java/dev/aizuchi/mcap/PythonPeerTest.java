package dev.aizuchi.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Header;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Have Foxglove's own library read what was written here, and read what it wrote. */
@Tag("peer")
class PythonPeerTest {
    @TempDir
    private Path folder;

    private static List<String> peer(Object... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("mcap.peer"), "src/test/python/mcap_peer.py"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void the_peer_reads_what_was_written_here(Compression compression) throws Exception {
        Path path = folder.resolve("ours.mcap");
        McapWriter.Options options = new McapWriter.Options(compression, 2_048, McapWriter.Parts.all());
        try (McapWriter writer = new McapWriter(Files.newOutputStream(path), new Header("", "aizuchi"), options)) {
            int schema = writer.schema("Text", "jsonschema", Bytes.of("{}"));
            int channel = writer.channel("/ours", "json", schema, Map.of());
            for (int i = 0; i < 500; i++) {
                writer.write(new Message(channel, i, 1_000 + i, 1_000 + i, Bytes.of("お茶" + i)));
            }
            writer.write(Attachment.of(5, 0, "a.txt", "text/plain", Bytes.of("食堂")));
            writer.write(new Metadata("run", Map.of("seed", "7")));
        }
        List<String> lines = peer("read", path);
        assertThat(lines).hasSize(501);
        assertThat(lines.get(41)).isEqualTo("[\"Text\", \"/ours\", 41, 1041, \"お茶41\"]");
        assertThat(lines.get(500))
                .contains("\"messages\": 500")
                .contains("\"attachments\": [\"食堂\"]")
                .contains("\"metadata\": [{\"seed\": \"7\"}]");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_peer_wrote_is_read_here(Compression compression) throws Exception {
        Path path = folder.resolve("theirs.mcap");
        peer("write", path, compression.name());
        List<Message> messages = new ArrayList<>();
        try (McapFile file = McapFile.open(path)) {
            file.forEach(Selection.of("/peer"), (channel, message) -> messages.add(message));
            assertThat(file.chunks()).hasSizeGreaterThan(5);
            assertThat(file.chunks())
                    .extracting(IndexRecord.ChunkIndex::compression)
                    .containsOnly(compression.wireName());
            assertThat(file.attachment(file.attachments().get(0)).data().utf8()).isEqualTo("食堂");
            assertThat(file.metadata()).containsExactly(new Metadata("run", Map.of("seed", "7")));
            assertThat(file.damages()).isEmpty();
        }
        assertThat(messages).hasSize(500);
        assertThat(messages.get(41)).isEqualTo(new Message(1, 41, 1_041, 1_041, Bytes.of("{\"text\":\"はい\"}")));
    }
}
