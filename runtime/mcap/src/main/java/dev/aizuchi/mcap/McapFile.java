package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.AttachmentIndex;
import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.IndexRecord.MetadataIndex;
import dev.aizuchi.mcap.IndexRecord.Statistics;
import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Channel;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.Message;
import dev.aizuchi.mcap.McapRecord.Metadata;
import dev.aizuchi.mcap.McapRecord.Schema;
import java.io.IOException;
import java.nio.file.Path;
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

    private final FileParts parts;
    private final Summary summary;
    /** Messages that stand in no chunk. */
    private final List<Message> loose;

    private final List<String> damages;

    private McapFile(FileParts parts, Summary summary, List<Message> loose, List<String> damages) {
        this.parts = parts;
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
        FileParts parts = FileParts.open(path);
        try {
            Optional<Summary> summary = parts.summary().filter(Summary::isIndex);
            if (summary.isPresent()) {
                return new McapFile(parts, summary.get(), List.of(), List.of());
            }
            Scan scan = Scan.of(path);
            return new McapFile(parts, scan.summary(), scan.loose(), scan.damages());
        } catch (IOException | RuntimeException e) {
            parts.close();
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
        Attachment attachment = parts.at(index.offset(), index.length(), Attachment.class);
        if (!attachment.isIntact()) {
            damages.add("the attachment " + attachment.name() + " does not have the checksum that was written with it");
        }
        return attachment;
    }

    /** Read all metadata, in the order of the file. */
    public List<Metadata> metadata() throws IOException {
        List<Metadata> all = new ArrayList<>();
        for (MetadataIndex index : summary.metadata) {
            all.add(parts.at(index.offset(), index.length(), Metadata.class));
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
        parts.close();
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
            for (McapRecord record : Chunks.unpack(parts.at(index.offset(), index.length(), Chunk.class))) {
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
}
