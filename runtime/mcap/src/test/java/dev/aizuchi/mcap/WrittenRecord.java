package dev.aizuchi.mcap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.mcap.IndexRecord.AttachmentIndex;
import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.IndexRecord.MetadataIndex;
import dev.aizuchi.mcap.IndexRecord.Statistics;
import dev.aizuchi.mcap.IndexRecord.SummaryOffset;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Channel;
import dev.aizuchi.mcap.McapRecord.DataEnd;
import dev.aizuchi.mcap.McapRecord.Footer;
import dev.aizuchi.mcap.McapRecord.Header;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import dev.aizuchi.mcap.McapRecord.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Write a record as the conformance files describe one: its type and its fields, sorted, numbers as texts. */
final class WrittenRecord {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, JsonNode> fields = new TreeMap<>();

    private WrittenRecord() {}

    static ObjectNode of(McapRecord record) {
        WrittenRecord written = new WrittenRecord();
        if (record instanceof IndexRecord index) {
            written.putIndex(index);
        } else {
            written.put(record);
        }
        ObjectNode json = MAPPER.createObjectNode();
        json.put("type", record.getClass().getSimpleName());
        ArrayNode list = json.putArray("fields");
        written.fields.forEach((name, value) -> list.addArray().add(name).add(value));
        return json;
    }

    /** Read a record of the kinds that somebody writes. */
    static McapRecord read(JsonNode json) {
        ObjectNode in = MAPPER.createObjectNode();
        json.get("fields").forEach(field -> in.set(field.get(0).asText(), field.get(1)));
        return switch (json.get("type").asText()) {
            case "Schema" ->
                new Schema(
                        in.get("id").asInt(),
                        in.get("name").asText(),
                        in.get("encoding").asText(),
                        bytes(in.get("data")));
            case "Channel" ->
                new Channel(
                        in.get("id").asInt(),
                        in.get("schema_id").asInt(),
                        in.get("topic").asText(),
                        in.get("message_encoding").asText(),
                        texts(in.get("metadata")));
            case "Message" ->
                new Message(
                        in.get("channel_id").asInt(),
                        in.get("sequence").asLong(),
                        in.get("log_time").asLong(),
                        in.get("publish_time").asLong(),
                        bytes(in.get("data")));
            case "Attachment" ->
                Attachment.of(
                        in.get("log_time").asLong(),
                        in.get("create_time").asLong(),
                        in.get("name").asText(),
                        in.get("media_type").asText(),
                        bytes(in.get("data")));
            case "Metadata" -> new Metadata(in.get("name").asText(), texts(in.get("metadata")));
            default -> throw new IllegalArgumentException("not written by hand: " + json);
        };
    }

    private void put(McapRecord record) {
        if (record instanceof Header header) {
            text("library", header.library()).text("profile", header.profile());
        } else if (record instanceof Footer footer) {
            number("summary_crc", footer.summaryCrc())
                    .number("summary_offset_start", footer.summaryOffsetStart())
                    .number("summary_start", footer.summaryStart());
        } else if (record instanceof Schema schema) {
            number("id", schema.id())
                    .text("name", schema.name())
                    .text("encoding", schema.encoding())
                    .bytes("data", schema.data());
        } else if (record instanceof Channel channel) {
            number("id", channel.id())
                    .number("schema_id", channel.schemaId())
                    .text("topic", channel.topic())
                    .text("message_encoding", channel.messageEncoding());
            fields.put("metadata", MAPPER.valueToTree(channel.metadata()));
        } else if (record instanceof Message message) {
            number("channel_id", message.channelId())
                    .number("sequence", message.sequence())
                    .number("log_time", message.logTime())
                    .number("publish_time", message.publishTime())
                    .bytes("data", message.data());
        } else if (record instanceof Attachment attachment) {
            number("log_time", attachment.logTime())
                    .number("create_time", attachment.createTime())
                    .text("name", attachment.name())
                    .text("media_type", attachment.mediaType())
                    .bytes("data", attachment.data());
        } else if (record instanceof Metadata metadata) {
            text("name", metadata.name());
            fields.put("metadata", MAPPER.valueToTree(metadata.values()));
        } else if (record instanceof DataEnd end) {
            number("data_section_crc", end.crc());
        }
    }

    private void putIndex(IndexRecord record) {
        if (record instanceof ChunkIndex index) {
            number("chunk_length", index.length())
                    .number("chunk_start_offset", index.offset())
                    .number("compressed_size", index.compressedSize())
                    .text("compression", index.compression())
                    .number("message_end_time", index.endTime())
                    .number("message_index_length", index.messageIndexLength())
                    .counts("message_index_offsets", index.messageIndexOffsets())
                    .number("message_start_time", index.startTime())
                    .number("uncompressed_size", index.uncompressedSize());
        } else if (record instanceof AttachmentIndex index) {
            number("create_time", index.createTime())
                    .number("data_size", index.dataSize())
                    .number("length", index.length())
                    .number("log_time", index.logTime())
                    .text("media_type", index.mediaType())
                    .text("name", index.name())
                    .number("offset", index.offset());
        } else if (record instanceof MetadataIndex index) {
            number("length", index.length()).text("name", index.name()).number("offset", index.offset());
        } else if (record instanceof SummaryOffset offset) {
            number("group_length", offset.groupLength())
                    .number("group_opcode", offset.groupOpcode())
                    .number("group_start", offset.groupStart());
        } else if (record instanceof Statistics statistics) {
            number("attachment_count", statistics.attachments())
                    .number("channel_count", statistics.channels())
                    .counts("channel_message_counts", statistics.messagesByChannel())
                    .number("chunk_count", statistics.chunks())
                    .number("message_count", statistics.messages())
                    .number("message_end_time", statistics.endTime())
                    .number("message_start_time", statistics.startTime())
                    .number("metadata_count", statistics.metadata())
                    .number("schema_count", statistics.schemas());
        }
    }

    private WrittenRecord number(String name, long value) {
        return text(name, Long.toUnsignedString(value));
    }

    private WrittenRecord text(String name, String value) {
        fields.put(name, MAPPER.getNodeFactory().textNode(value));
        return this;
    }

    private WrittenRecord bytes(String name, Bytes value) {
        ArrayNode list = MAPPER.createArrayNode();
        for (byte each : value.toArray()) {
            list.add(Integer.toString(Byte.toUnsignedInt(each)));
        }
        fields.put(name, list);
        return this;
    }

    private WrittenRecord counts(String name, Map<Integer, Long> counts) {
        ObjectNode object = MAPPER.createObjectNode();
        counts.forEach((key, value) -> object.put(key.toString(), Long.toUnsignedString(value)));
        fields.put(name, object);
        return this;
    }

    private static Bytes bytes(JsonNode list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) list.get(i).asInt();
        }
        return Bytes.of(bytes);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
