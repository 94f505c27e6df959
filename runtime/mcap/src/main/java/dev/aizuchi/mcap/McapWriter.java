package dev.aizuchi.mcap;

import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Channel;
import dev.aizuchi.mcap.McapRecord.DataEnd;
import dev.aizuchi.mcap.McapRecord.Header;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import dev.aizuchi.mcap.McapRecord.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Write a file: messages go into chunks, and what is in the file is summed up at its end.
 *
 * <p>For one thread. What stands in a chunk that was not ended is lost with the power; {@link #endChunk} ends it. After
 * an error of the stream the file is to be given up.
 */
public final class McapWriter implements AutoCloseable {
    /**
     * Say how to write.
     *
     * @param compression of the chunks
     * @param chunkBytes size at which a chunk is ended, before it is compressed; 0 writes no chunks
     * @param parts what else is written
     */
    public record Options(Compression compression, int chunkBytes, Parts parts) {
        public Options {
            if (chunkBytes < 0 || chunkBytes > Compression.LARGEST / 2) {
                throw new IllegalArgumentException(
                        "a chunk has 0 to " + Compression.LARGEST / 2 + " bytes, not " + chunkBytes);
            }
        }

        /** Write all parts, in chunks as large as most writers make them. */
        public static Options of(Compression compression) {
            return new Options(compression, 1 << 20, Parts.all());
        }
    }

    /** Say which parts of a file are written that a reader can do without. */
    public record Parts(
            boolean messageIndex,
            boolean chunkIndex,
            boolean attachmentIndex,
            boolean metadataIndex,
            boolean statistics,
            boolean schemas,
            boolean channels,
            boolean summaryOffsets) {
        /** Write all: so that a reader finds everything at once. */
        public static Parts all() {
            return new Parts(true, true, true, true, true, true, true, true);
        }
    }

    private final CountedOutput out;
    private final Options options;
    private final Summary summary = new Summary();
    private final ChunkBuilder chunk;
    private boolean closed;

    /**
     * Begin a file.
     *
     * @param stream is closed with the writer
     */
    public McapWriter(OutputStream stream, Header header, Options options) throws IOException {
        this.out = new CountedOutput(stream);
        this.options = options;
        this.chunk = new ChunkBuilder(options);
        out.write(Magic.BYTES);
        out.write(header);
    }

    /** Declare a schema; gives its number. */
    public int schema(String name, String encoding, Bytes data) throws IOException {
        Schema schema = new Schema(summary.schemas.size() + 1, name, encoding, data);
        declare(schema);
        return schema.id();
    }

    /** Declare a channel; gives its number. {@code schemaId} 0 means that no schema describes its messages. */
    public int channel(String topic, String messageEncoding, int schemaId, Map<String, String> metadata)
            throws IOException {
        if (schemaId != 0 && !summary.schemas.containsKey(schemaId)) {
            throw new IllegalArgumentException("no schema " + schemaId + " was declared for " + topic);
        }
        Channel channel = new Channel(summary.channels.size() + 1, schemaId, topic, messageEncoding, metadata);
        declare(channel);
        return channel.id();
    }

    /** Write a message on a declared channel. */
    public void write(Message message) throws IOException {
        if (!summary.channels.containsKey(message.channelId())) {
            throw new IllegalArgumentException("no channel " + message.channelId() + " was declared");
        }
        summary.count(message);
        put(message);
        if (chunk.isFull()) {
            endChunk();
        }
    }

    /** Write an attachment, behind the chunk that is open. */
    public void write(Attachment attachment) throws IOException {
        endChunk();
        long offset = out.position();
        out.write(attachment);
        summary.count(attachment, offset, out.position() - offset);
    }

    /** Write metadata, behind the chunk that is open. */
    public void write(Metadata metadata) throws IOException {
        endChunk();
        long offset = out.position();
        out.write(metadata);
        summary.count(metadata, offset, out.position() - offset);
    }

    /** End the open chunk and hand all to the stream. */
    public void endChunk() throws IOException {
        if (!chunk.isEmpty()) {
            chunk.end(out, summary);
        }
        out.flush();
    }

    /** Give how many bytes the file has, counting those of the open chunk as they are before it is compressed. */
    public long size() {
        return out.position() + chunk.size();
    }

    /** Write the end of the file and close the stream. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            endChunk();
            out.write(new DataEnd(out.crc()));
            new SummaryWriter(out, options).write(summary);
            out.write(Magic.BYTES);
            out.flush();
        }
    }

    /** Take a schema or channel as it is numbered; for who copies a file. */
    void declare(McapRecord record) throws IOException {
        summary.declare(record);
        put(record);
    }

    private void put(McapRecord record) throws IOException {
        if (options.chunkBytes() == 0) {
            out.write(record);
        } else {
            chunk.add(record);
        }
    }
}
