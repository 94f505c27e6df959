package dev.aizuchi.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.mcap.IndexRecord.MessageIndex;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.Header;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hold reader and writer to the public conformance files: what each holds stands in the JSON of its name. */
class ConformanceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, byte[]> FILES = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(ConformanceTest.class.getResourceAsStream("conformance.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                FILES.put(entry.getName().replaceFirst(".*/", ""), zip.readAllBytes());
            }
        }
    }

    private static Stream<String> names() {
        return FILES.keySet().stream()
                .filter(name -> name.endsWith(".mcap"))
                .map(name -> name.substring(0, name.length() - ".mcap".length()));
    }

    private static JsonNode described(String name) throws IOException {
        return MAPPER.readTree(FILES.get(name + ".json"));
    }

    private static Set<String> features(String name) throws IOException {
        return StreamSupport.stream(described(name).at("/meta/variant/features").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Give what is said of the records of a type, or with "" of all. */
    private static List<JsonNode> described(String name, String type) throws IOException {
        return StreamSupport.stream(described(name).get("records").spliterator(), false)
                .filter(record -> type.isEmpty() || record.get("type").asText().equals(type))
                .toList();
    }

    private static List<JsonNode> inTime(List<JsonNode> messages) {
        return messages.stream()
                .sorted(Comparator.comparingLong(ConformanceTest::logTime))
                .toList();
    }

    private static long logTime(JsonNode message) {
        return ((Message) WrittenRecord.read(message)).logTime();
    }

    @Test
    void all_files_are_there() {
        assertThat(names()).hasSize(416);
    }

    @TestFactory
    Stream<DynamicTest> is_read_from_the_beginning() {
        return names().map(name -> dynamicTest(name, () -> {
            List<JsonNode> read = new ArrayList<>();
            try (McapReader reader = McapReader.of(new ByteArrayInputStream(FILES.get(name + ".mcap")))) {
                for (Optional<McapRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                    List<McapRecord> records =
                            next.get() instanceof Chunk chunk ? reader.unpack(chunk) : List.of(next.get());
                    records.stream()
                            .filter(record -> !(record instanceof MessageIndex))
                            .forEach(record -> read.add(WrittenRecord.of(record)));
                }
                assertThat(reader.damages()).isEmpty();
            }
            assertThat(read).isEqualTo(described(name, ""));
        }));
    }

    @TestFactory
    Stream<DynamicTest> is_read_in_the_order_of_time() {
        return names().map(name -> dynamicTest(name, () -> {
            Path path = Files.write(folder.resolve(name), FILES.get(name + ".mcap"));
            List<JsonNode> messages = new ArrayList<>();
            try (McapFile file = McapFile.open(path)) {
                file.forEach(Selection.all(), (channel, message) -> messages.add(WrittenRecord.of(message)));
                assertThat(messages).isEqualTo(inTime(described(name, "Message")));
                assertThat(file.metadata().stream()
                                .<JsonNode>map(WrittenRecord::of)
                                .toList())
                        .isEqualTo(described(name, "Metadata"));
                assertThat(file.attachments())
                        .hasSize(described(name, "Attachment").size());
                for (IndexRecord.AttachmentIndex index : file.attachments()) {
                    assertThat((JsonNode) WrittenRecord.of(file.attachment(index)))
                            .isEqualTo(described(name, "Attachment").get(0));
                }
                assertThat(file.statistics().messages()).isEqualTo(messages.size());
                assertThat(file.damages()).isEmpty();
            }
        }));
    }

    /** Those with padding hold what no writer writes. */
    @TestFactory
    Stream<DynamicTest> is_written_byte_for_byte() throws IOException {
        List<String> unpadded = new ArrayList<>();
        for (String name : names().toList()) {
            if (!features(name).contains("pad")) {
                unpadded.add(name);
            }
        }
        assertThat(unpadded).hasSize(208);
        return unpadded.stream()
                .map(name -> dynamicTest(name, () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try (McapWriter writer = new McapWriter(out, new Header("", ""), options(features(name)))) {
                        for (JsonNode json : described(name).get("records")) {
                            if (json.get("type").asText().equals("DataEnd")) {
                                break;
                            }
                            if (!json.get("type").asText().equals("Header")) {
                                write(writer, WrittenRecord.read(json));
                            }
                        }
                    }
                    assertThat(out.toByteArray()).isEqualTo(FILES.get(name + ".mcap"));
                }));
    }

    private static McapWriter.Options options(Set<String> features) {
        return new McapWriter.Options(
                Compression.NONE,
                features.contains("ch") ? 1 << 20 : 0,
                new McapWriter.Parts(
                        features.contains("mx"),
                        features.contains("chx"),
                        features.contains("ax"),
                        features.contains("mdx"),
                        features.contains("st"),
                        features.contains("rsh"),
                        features.contains("rch"),
                        features.contains("sum")));
    }

    private static void write(McapWriter writer, McapRecord record) throws IOException {
        if (record instanceof Message message) {
            writer.write(message);
        } else if (record instanceof Attachment attachment) {
            writer.write(attachment);
        } else if (record instanceof Metadata metadata) {
            writer.write(metadata);
        } else {
            writer.declare(record);
        }
    }
}
