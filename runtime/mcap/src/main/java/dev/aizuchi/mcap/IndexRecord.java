package dev.aizuchi.mcap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Say where something stands in the file, counted from its first byte, or how much of it there is. */
public sealed interface IndexRecord extends McapRecord {

    /** Say where in the chunk before it a channel's messages are. */
    record MessageIndex(int channelId, List<Entry> entries) implements IndexRecord {
        /** Say when a message was written down, and where in the uncompressed chunk it begins. */
        public record Entry(long logTime, long offset) {}

        public MessageIndex {
            entries = List.copyOf(entries);
        }

        @Override
        public int opcode() {
            return 0x07;
        }

        @Override
        public Bytes content() {
            FieldWriter out = new FieldWriter().u16(channelId).u32(entries.size() * 16L);
            entries.forEach(entry -> out.u64(entry.logTime()).u64(entry.offset()));
            return out.bytes();
        }
    }

    /**
     * Say where a chunk is and what it holds; {@code messageIndexOffsets} by channel, empty where none were written.
     */
    record ChunkIndex(
            long startTime,
            long endTime,
            long offset,
            long length,
            Map<Integer, Long> messageIndexOffsets,
            long messageIndexLength,
            String compression,
            long compressedSize,
            long uncompressedSize)
            implements IndexRecord {
        public ChunkIndex {
            messageIndexOffsets = Collections.unmodifiableMap(new LinkedHashMap<>(messageIndexOffsets));
        }

        @Override
        public int opcode() {
            return 0x08;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u64(startTime)
                    .u64(endTime)
                    .u64(offset)
                    .u64(length)
                    .longs(messageIndexOffsets)
                    .u64(messageIndexLength)
                    .text(compression)
                    .u64(compressedSize)
                    .u64(uncompressedSize)
                    .bytes();
        }
    }

    /** Say where an attachment is. */
    record AttachmentIndex(
            long offset, long length, long logTime, long createTime, long dataSize, String name, String mediaType)
            implements IndexRecord {
        @Override
        public int opcode() {
            return 0x0A;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u64(offset)
                    .u64(length)
                    .u64(logTime)
                    .u64(createTime)
                    .u64(dataSize)
                    .text(name)
                    .text(mediaType)
                    .bytes();
        }
    }

    /** Count what is in the file; the times are 0 where there are no messages. */
    record Statistics(
            long messages,
            int schemas,
            long channels,
            long attachments,
            long metadata,
            long chunks,
            long startTime,
            long endTime,
            Map<Integer, Long> messagesByChannel)
            implements IndexRecord {
        public Statistics {
            messagesByChannel = Collections.unmodifiableMap(new LinkedHashMap<>(messagesByChannel));
        }

        @Override
        public int opcode() {
            return 0x0B;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u64(messages)
                    .u16(schemas)
                    .u32(channels)
                    .u32(attachments)
                    .u32(metadata)
                    .u32(chunks)
                    .u64(startTime)
                    .u64(endTime)
                    .longs(messagesByChannel)
                    .bytes();
        }
    }

    /** Say where metadata are. */
    record MetadataIndex(long offset, long length, String name) implements IndexRecord {
        @Override
        public int opcode() {
            return 0x0D;
        }

        @Override
        public Bytes content() {
            return new FieldWriter().u64(offset).u64(length).text(name).bytes();
        }
    }

    /** Say where in the summary the records of a kind are. */
    record SummaryOffset(int groupOpcode, long groupStart, long groupLength) implements IndexRecord {
        @Override
        public int opcode() {
            return 0x0E;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u8(groupOpcode)
                    .u64(groupStart)
                    .u64(groupLength)
                    .bytes();
        }
    }
}
