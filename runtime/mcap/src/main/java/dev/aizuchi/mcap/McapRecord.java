package dev.aizuchi.mcap;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hold one record of an MCAP file.
 *
 * <p>Times are nanoseconds, usually since 1970; 64-bit values are unsigned. See the specification at mcap.dev/spec for
 * what each field means.
 */
public sealed interface McapRecord
        permits McapRecord.Header,
                McapRecord.Footer,
                McapRecord.Schema,
                McapRecord.Channel,
                McapRecord.Message,
                McapRecord.Chunk,
                McapRecord.Attachment,
                McapRecord.Metadata,
                McapRecord.DataEnd,
                McapRecord.Unknown,
                IndexRecord {

    /** Give the number of the record's kind. */
    int opcode();

    /** Write the content, without opcode and length. */
    Bytes content();

    /** Give a time in nanoseconds since 1970. */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    }

    /** Give the time of nanoseconds since 1970. */
    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Long.divideUnsigned(nanos, 1_000_000_000L), Long.remainderUnsigned(nanos, 1_000_000_000L));
    }

    /** Begin a file; says which conventions hold in it and who wrote it. */
    record Header(String profile, String library) implements McapRecord {
        @Override
        public int opcode() {
            return 0x01;
        }

        @Override
        public Bytes content() {
            return new FieldWriter().text(profile).text(library).bytes();
        }
    }

    /** End a file; says where its summary begins, 0 where there is none. */
    record Footer(long summaryStart, long summaryOffsetStart, long summaryCrc) implements McapRecord {
        static final int SIZE = 20;

        @Override
        public int opcode() {
            return 0x02;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u64(summaryStart)
                    .u64(summaryOffsetStart)
                    .u32(summaryCrc)
                    .bytes();
        }
    }

    /** Describe the messages of channels; {@code id} is not 0. */
    record Schema(int id, String name, String encoding, Bytes data) implements McapRecord {
        @Override
        public int opcode() {
            return 0x03;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u16(id)
                    .text(name)
                    .text(encoding)
                    .u32(data.size())
                    .raw(data)
                    .bytes();
        }
    }

    /** Name a stream of messages; {@code schemaId} 0 means that nothing describes them. */
    record Channel(int id, int schemaId, String topic, String messageEncoding, Map<String, String> metadata)
            implements McapRecord {
        public Channel {
            metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        }

        @Override
        public int opcode() {
            return 0x04;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u16(id)
                    .u16(schemaId)
                    .text(topic)
                    .text(messageEncoding)
                    .texts(metadata)
                    .bytes();
        }
    }

    /** Say something on a channel. */
    record Message(int channelId, long sequence, long logTime, long publishTime, Bytes data) implements McapRecord {
        @Override
        public int opcode() {
            return 0x05;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u16(channelId)
                    .u32(sequence)
                    .u64(logTime)
                    .u64(publishTime)
                    .raw(data)
                    .bytes();
        }
    }

    /** Hold schemas, channels and messages, perhaps compressed. */
    record Chunk(
            long startTime,
            long endTime,
            long uncompressedSize,
            long uncompressedCrc,
            String compression,
            Bytes records)
            implements McapRecord {
        @Override
        public int opcode() {
            return 0x06;
        }

        @Override
        public Bytes content() {
            return new FieldWriter()
                    .u64(startTime)
                    .u64(endTime)
                    .u64(uncompressedSize)
                    .u32(uncompressedCrc)
                    .text(compression)
                    .u64(records.size())
                    .raw(records)
                    .bytes();
        }
    }

    /** Hold a file that belongs to the recording. */
    record Attachment(long logTime, long createTime, String name, String mediaType, Bytes data, long crc)
            implements McapRecord {
        /** Attach data, with the checksum that they have now. */
        public static Attachment of(long logTime, long createTime, String name, String mediaType, Bytes data) {
            Attachment unchecked = new Attachment(logTime, createTime, name, mediaType, data, 0);
            return new Attachment(
                    logTime,
                    createTime,
                    name,
                    mediaType,
                    data,
                    unchecked.fields().bytes().crc());
        }

        /** Tell whether the checksum fits; 0 fits all. */
        public boolean isIntact() {
            return crc == 0 || crc == fields().bytes().crc();
        }

        @Override
        public int opcode() {
            return 0x09;
        }

        @Override
        public Bytes content() {
            return fields().u32(crc).bytes();
        }

        private FieldWriter fields() {
            return new FieldWriter()
                    .u64(logTime)
                    .u64(createTime)
                    .text(name)
                    .text(mediaType)
                    .u64(data.size())
                    .raw(data);
        }
    }

    /** Hold values by names. */
    record Metadata(String name, Map<String, String> values) implements McapRecord {
        public Metadata {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public int opcode() {
            return 0x0C;
        }

        @Override
        public Bytes content() {
            return new FieldWriter().text(name).texts(values).bytes();
        }
    }

    /** End the data; {@code crc} is that of all bytes before it, or 0. */
    record DataEnd(long crc) implements McapRecord {
        @Override
        public int opcode() {
            return 0x0F;
        }

        @Override
        public Bytes content() {
            return new FieldWriter().u32(crc).bytes();
        }
    }

    /** Hold what this version does not know: a private or a later record. */
    record Unknown(int opcode, Bytes content) implements McapRecord {}
}
