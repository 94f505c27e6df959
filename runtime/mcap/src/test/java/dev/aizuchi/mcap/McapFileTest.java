package dev.aizuchi.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Header;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class McapFileTest {
    private static final int MESSAGES = 1_000;

    @TempDir
    private Path folder;

    private Path path = Path.of("recording.mcap");

    @BeforeEach
    void choose() {
        path = folder.resolve("recording.mcap");
    }

    /** Write two channels by turns, in many small chunks, an attachment and metadata in between. */
    private void write(Compression compression) throws IOException {
        McapWriter.Options options = new McapWriter.Options(compression, 4_096, McapWriter.Parts.all());
        try (McapWriter writer = new McapWriter(Files.newOutputStream(path), new Header("", "test"), options)) {
            int schema = writer.schema("Text", "jsonschema", Bytes.of("{\"type\":\"object\"}"));
            int odd = writer.channel("/odd", "json", schema, Map.of("unit", "m"));
            int even = writer.channel("/even", "json", 0, Map.of());
            for (int i = 0; i < MESSAGES; i++) {
                writer.write(message(i % 2 == 0 ? even : odd, i));
                if (i == MESSAGES / 2) {
                    writer.write(Attachment.of(i, 0, "floor.txt", "text/plain", Bytes.of("食堂")));
                    writer.write(new Metadata("run", Map.of("seed", "7")));
                }
            }
        }
    }

    private static Message message(int channel, int i) {
        return new Message(channel, i, 1_000L + i, 1_000L + i, Bytes.of("{\"i\":" + i + ",\"text\":\"お茶をどうぞ\"}"));
    }

    private static List<Long> sequences(McapFile file, Selection selection) throws IOException {
        List<Long> sequences = new ArrayList<>();
        file.forEach(selection, (channel, message) -> sequences.add(message.sequence()));
        return sequences;
    }

    @ParameterizedTest
    @EnumSource
    void gives_back_what_was_written(Compression compression) throws IOException {
        write(compression);
        List<Message> read = new ArrayList<>();
        try (McapFile file = McapFile.open(path)) {
            file.forEach(Selection.all(), (channel, message) -> {
                assertThat(channel.topic()).isEqualTo(message.sequence() % 2 == 0 ? "/even" : "/odd");
                read.add(message);
            });
            assertThat(read).hasSize(MESSAGES);
            assertThat(read.get(41)).isEqualTo(message(1, 41));
            assertThat(file.chunks()).hasSizeGreaterThan(10);
            assertThat(file.chunks()).extracting(ChunkIndex::compression).containsOnly(compression.wireName());
            assertThat(file.attachment(file.attachments().get(0)).data().utf8()).isEqualTo("食堂");
            assertThat(file.metadata()).containsExactly(new Metadata("run", Map.of("seed", "7")));
            assertThat(file.channels())
                    .extracting(channel -> file.schema(channel).map(McapRecord.Schema::name))
                    .containsExactly(Optional.of("Text"), Optional.empty());
            assertThat(file.statistics().messagesByChannel()).isEqualTo(Map.of(1, 500L, 2, 500L));
            assertThat(file.damages()).isEmpty();
        }
    }

    @Test
    void reads_only_the_chosen_times_and_topics() throws IOException {
        write(Compression.LZ4);
        try (McapFile file = McapFile.open(path)) {
            assertThat(sequences(file, new Selection(1_100, 1_105, Set.of())))
                    .containsExactly(100L, 101L, 102L, 103L, 104L);
            assertThat(sequences(file, new Selection(1_100, 1_105, Set.of("/odd"))))
                    .containsExactly(101L, 103L);
            assertThat(sequences(file, Selection.of("/nothing"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reads_up_to_where_a_power_cut_ended_it(Compression compression) throws IOException {
        write(compression);
        byte[] whole = Files.readAllBytes(path);
        int before = -1;
        for (int size = 100; size < whole.length - 60; size += 997) {
            Files.write(path, Arrays.copyOf(whole, size));
            try (McapFile file = McapFile.open(path)) {
                List<Long> read = sequences(file, Selection.all());
                assertThat(read).isSorted().doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(before);
                assertThat(file.damages()).hasSize(1);
                assertThat(file.damages().get(0)).contains("breaks off at byte " + size);
                before = read.size();
            }
        }
        assertThat(before).isEqualTo(MESSAGES);
    }

    @Test
    void leaves_out_and_names_a_chunk_whose_checksum_does_not_fit() throws IOException {
        write(Compression.NONE);
        ChunkIndex third;
        try (McapFile file = McapFile.open(path)) {
            third = file.chunks().get(2);
        }
        byte[] bytes = Files.readAllBytes(path);
        bytes[(int) third.offset() + 200] ^= 1;
        Files.write(path, bytes);
        try (McapFile file = McapFile.open(path)) {
            List<Long> read = sequences(file, Selection.all());
            assertThat(read)
                    .hasSizeLessThan(MESSAGES)
                    .hasSizeGreaterThan(MESSAGES * 8 / 10)
                    .contains(0L, 999L);
            assertThat(file.damages()).hasSize(1);
            assertThat(file.damages().get(0))
                    .contains("chunk at byte " + third.offset())
                    .contains("checksum");
        }
        assertThat(damagesOfStream(bytes))
                .anyMatch(damage -> damage.contains("chunk at byte " + third.offset()))
                .anyMatch(damage -> damage.contains("the data before byte"));
    }

    @Test
    void looks_through_a_file_whose_summary_is_damaged() throws IOException {
        write(Compression.ZSTD);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 45] ^= 1;
        Files.write(path, bytes);
        try (McapFile file = McapFile.open(path)) {
            assertThat(sequences(file, Selection.all())).hasSize(MESSAGES);
            assertThat(file.damages()).anyMatch(damage -> damage.contains("the summary before byte"));
        }
    }

    @Test
    void names_a_damaged_attachment() throws IOException {
        write(Compression.NONE);
        byte[] bytes = Files.readAllBytes(path);
        byte[] text = Bytes.of("食堂").toArray();
        int at = indexOf(bytes, text);
        bytes[at] ^= 1;
        Files.write(path, bytes);
        try (McapFile file = McapFile.open(path)) {
            file.attachment(file.attachments().get(0));
            assertThat(file.damages()).anyMatch(damage -> damage.contains("attachment floor.txt"));
        }
    }

    @Test
    void gives_messages_of_overlapping_chunks_in_the_order_of_time() throws IOException {
        try (McapWriter writer = new McapWriter(
                Files.newOutputStream(path), new Header("", ""), McapWriter.Options.of(Compression.LZ4))) {
            int channel = writer.channel("/t", "json", 0, Map.of());
            for (int i : new int[] {5, 1, 9}) {
                writer.write(message(channel, i));
            }
            writer.endChunk();
            for (int i : new int[] {2, 8, 0}) {
                writer.write(message(channel, i));
            }
        }
        try (McapFile file = McapFile.open(path)) {
            assertThat(sequences(file, Selection.all())).containsExactly(0L, 1L, 2L, 5L, 8L, 9L);
        }
    }

    /** Whatever bytes are there, they are read or told of; nothing else is thrown, and no memory taken for a claim. */
    @Test
    void comes_to_an_end_with_any_bytes() throws IOException {
        write(Compression.LZ4);
        byte[] whole = Files.readAllBytes(path);
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = whole.clone();
            for (int i = 0; i < 4; i++) {
                bytes[Magic.BYTES.size() + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            damagesOfStream(bytes);
            Files.write(path, bytes);
            try (McapFile file = McapFile.open(path)) {
                sequences(file, Selection.all());
            } catch (McapException e) {
                assertThat(e).hasMessageContaining("byte");
            }
        }
    }

    @Test
    void takes_no_memory_for_what_a_record_claims() throws IOException {
        ByteBuffer claim = ByteBuffer.allocate(17).order(ByteOrder.LITTLE_ENDIAN);
        claim.put(Magic.BYTES.buffer()).put((byte) 6).putLong(Long.MAX_VALUE / 2);
        assertThat(damagesOfStream(claim.array()))
                .singleElement()
                .asString()
                .contains("claims 4611686018427387903 bytes");
        McapRecord.Chunk bomb = new McapRecord.Chunk(0, 0, 1L << 40, 0, "zstd", Bytes.of("x"));
        assertThatThrownBy(() -> Chunks.unpack(bomb))
                .isInstanceOf(McapException.class)
                .hasMessageContaining("unpack");
    }

    @Test
    void says_what_is_no_mcap() throws IOException {
        Files.writeString(path, "version https://git-lfs");
        assertThatThrownBy(() -> McapFile.open(path))
                .isInstanceOf(McapException.class)
                .hasMessageContaining("no MCAP file")
                .hasMessageContaining("76657273");
        Files.write(path, new byte[0]);
        assertThatThrownBy(() -> McapFile.open(path)).isInstanceOf(McapException.class);
    }

    @Test
    void refuses_a_message_of_a_channel_that_nobody_declared() throws IOException {
        try (McapWriter writer = new McapWriter(
                Files.newOutputStream(path), new Header("", ""), McapWriter.Options.of(Compression.NONE))) {
            assertThatThrownBy(() -> writer.write(message(3, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no channel 3");
            assertThatThrownBy(() -> writer.channel("/t", "json", 2, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no schema 2");
        }
    }

    @Test
    void keeps_times_to_the_nanosecond() {
        Instant time = Instant.parse("2026-11-27T07:05:14.123456789Z");
        assertThat(McapRecord.instant(McapRecord.nanos(time))).isEqualTo(time);
        assertThat(McapRecord.instant(-1)).isEqualTo("2554-07-21T23:34:33.709551615Z");
    }

    private static List<String> damagesOfStream(byte[] bytes) throws IOException {
        try (McapReader reader = McapReader.of(new ByteArrayInputStream(bytes))) {
            for (Optional<McapRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                next.filter(McapRecord.Chunk.class::isInstance)
                        .ifPresent(chunk -> reader.unpack((McapRecord.Chunk) chunk));
            }
            return reader.damages();
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("it is not in there");
    }
}
