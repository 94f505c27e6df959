package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.AttachmentIndex;
import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.IndexRecord.MetadataIndex;
import dev.aizuchi.mcap.IndexRecord.Statistics;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Channel;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.Footer;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import dev.aizuchi.mcap.McapRecord.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Read a file in the order of time, by its summary where it has one; else it is looked through once at the start.
 *
 * <p>For one thread. Chunks are in memory only while their times are due.
 */
public final class McapFile implements AutoCloseable {
    /** Takes messages. */
    @FunctionalInterface
    public interface Visitor {
        /** Take the next message of a channel. */
        void message(Channel channel, Message message) throws IOException;
    }

    private final FileChannel channel;
    private final Summary summary;
    /** Messages that stand in no chunk. */
    private final List<Message> loose;

    private final List<String> damages;

    private McapFile(FileChannel channel, Summary summary, List<Message> loose, List<String> damages) {
        this.channel = channel;
        this.summary = summary;
        this.loose = loose;
        this.damages = new ArrayList<>(damages);
    }

    /**
     * Open a file.
     *
     * @throws McapException when it is no MCAP file
     */
    public static McapFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            Magic.require(part(channel, 0, Math.min(Magic.BYTES.size(), (int) Math.min(8, channel.size())))
                    .toArray());
            Optional<Summary> summary = summary(channel).filter(Summary::isIndex);
            if (summary.isPresent()) {
                return new McapFile(channel, summary.get(), List.of(), List.of());
            }
            Scan scan = Scan.of(path);
            return new McapFile(channel, scan.summary(), scan.loose(), scan.damages());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Give what describes the messages of a channel. */
    public Optional<Schema> schema(Channel of) {
        return Optional.ofNullable(summary.schemas.get(of.schemaId()));
    }

    /** Give the channels, in the order of the file. */
    public List<Channel> channels() {
        return List.copyOf(summary.channels.values());
    }

    /** Count what is in the file. */
    public Statistics statistics() {
        return summary.statistics();
    }

    /** List the chunks, in the order of the file. */
    public List<ChunkIndex> chunks() {
        return List.copyOf(summary.chunks);
    }

    /** List the attachments, in the order of the file. */
    public List<AttachmentIndex> attachments() {
        return List.copyOf(summary.attachments);
    }

    /** Read an attachment. */
    public Attachment attachment(AttachmentIndex index) throws IOException {
        Attachment attachment = at(index.offset(), index.length(), Attachment.class);
        if (!attachment.isIntact()) {
            damages.add("the attachment " + attachment.name() + " does not have the checksum that was written with it");
        }
        return attachment;
    }

    /** Read all metadata, in the order of the file. */
    public List<Metadata> metadata() throws IOException {
        List<Metadata> all = new ArrayList<>();
        for (MetadataIndex index : summary.metadata) {
            all.add(at(index.offset(), index.length(), Metadata.class));
        }
        return all;
    }

    /** Name what was damaged so far; empty for what is whole. */
    public List<String> damages() {
        return List.copyOf(damages);
    }

    /** Give the chosen messages in the order of their log times; of one time, in the order of the file. */
    public void forEach(Selection chosen, Visitor visitor) throws IOException {
        PriorityQueue<Run> runs = new PriorityQueue<>(
                Comparator.comparing(Run::due, Long::compareUnsigned).thenComparingLong(Run::offset));
        add(runs, Run.of(wanted(loose, chosen), 0));
        for (ChunkIndex index : summary.chunks) {
            if (chosen.overlaps(index.startTime(), index.endTime()) && mayHold(index, chosen)) {
                runs.add(Run.unread(index));
            }
        }
        while (!runs.isEmpty()) {
            Run run = runs.remove();
            ChunkIndex unread = run.unread();
            if (unread != null) {
                add(runs, Run.of(wanted(messages(unread), chosen), unread.offset()));
            } else {
                Message message = run.messages().remove();
                visitor.message(Objects.requireNonNull(summary.channels.get(message.channelId())), message);
                add(runs, run);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void add(PriorityQueue<Run> runs, Run run) {
        if (!run.messages().isEmpty()) {
            runs.add(run);
        }
    }

    private List<Message> wanted(List<Message> messages, Selection chosen) {
        List<Message> wanted = new ArrayList<>();
        for (Message message : messages) {
            Channel of = summary.channels.get(message.channelId());
            if (of == null) {
                damages.add("a message of the unknown channel " + message.channelId() + " is left out");
            } else if (chosen.hasTopic(of.topic()) && chosen.overlaps(message.logTime(), message.logTime())) {
                wanted.add(message);
            }
        }
        return wanted;
    }

    /** A chunk without message indexes may hold anything. */
    private boolean mayHold(ChunkIndex index, Selection chosen) {
        return index.messageIndexOffsets().isEmpty()
                || index.messageIndexOffsets().keySet().stream().anyMatch(id -> {
                    Channel of = summary.channels.get(id);
                    return of == null || chosen.hasTopic(of.topic());
                });
    }

    private List<Message> messages(ChunkIndex index) throws IOException {
        try {
            List<Message> messages = new ArrayList<>();
            for (McapRecord record : Chunks.unpack(at(index.offset(), index.length(), Chunk.class))) {
                summary.declare(record);
                if (record instanceof Message message) {
                    messages.add(message);
                }
            }
            return messages;
        } catch (McapException e) {
            damages.add("the chunk at byte " + index.offset() + " is left out: " + e.getMessage());
            return List.of();
        }
    }

    private <T extends McapRecord> T at(long offset, long length, Class<T> kind) throws IOException {
        List<McapRecord> records = Records.all(part(channel, offset, length));
        if (records.size() == 1 && kind.isInstance(records.get(0))) {
            return kind.cast(records.get(0));
        }
        throw new McapException("at byte " + offset + " stands no " + kind.getSimpleName() + ", as the index says");
    }

    /** Read the summary section; empty where there is none or it cannot be trusted. */
    private static Optional<Summary> summary(FileChannel channel) throws IOException {
        int tail = Records.PREFIX + Footer.SIZE;
        long footerAt = channel.size() - tail - Magic.BYTES.size();
        if (footerAt < Magic.BYTES.size()
                || !part(channel, footerAt + tail, Magic.BYTES.size()).equals(Magic.BYTES)) {
            return Optional.empty();
        }
        try {
            if (!(Records.all(part(channel, footerAt, tail)).get(0) instanceof Footer footer)
                    || footer.summaryStart() == 0) {
                return Optional.empty();
            }
            Bytes checked = part(channel, footer.summaryStart(), footerAt + tail - 4 - footer.summaryStart());
            if (footer.summaryCrc() != 0 && footer.summaryCrc() != checked.crc()) {
                return Optional.empty();
            }
            Summary summary = new Summary();
            Records.all(checked.slice(0, (int) (footerAt - footer.summaryStart())))
                    .forEach(summary::read);
            return Optional.of(summary);
        } catch (McapException e) {
            // The data before it may be whole; they are looked through.
            return Optional.empty();
        }
    }

    private static Bytes part(FileChannel channel, long offset, long length) throws IOException {
        if (offset < 0 || length < 0 || length > Compression.LARGEST || offset > channel.size() - length) {
            throw new McapException("the file of " + channel.size() + " bytes has no " + Long.toUnsignedString(length)
                    + " bytes at " + Long.toUnsignedString(offset));
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) length);
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {}
        return Bytes.wrap(buffer.array());
    }
}
