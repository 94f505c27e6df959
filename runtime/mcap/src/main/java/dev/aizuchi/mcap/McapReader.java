package dev.aizuchi.mcap;

import dev.aizuchi.mcap.McapRecord.Attachment;
import dev.aizuchi.mcap.McapRecord.Chunk;
import dev.aizuchi.mcap.McapRecord.DataEnd;
import dev.aizuchi.mcap.McapRecord.Footer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Read a file from its beginning to its end or to where it breaks off; for one thread.
 *
 * <p>What is damaged is named in {@link #damages} and left out; what is whole is given. A file that a power cut ended
 * is read up to there.
 */
public final class McapReader implements AutoCloseable {
    private final CountedInput in;
    private final List<String> damages = new ArrayList<>();
    private long offset;
    private boolean ended;

    private McapReader(InputStream in) throws IOException {
        this.in = new CountedInput(in);
        Magic.require(this.in.readUpTo(Magic.BYTES.size()));
    }

    /**
     * Open a file.
     *
     * @throws McapException when it is no MCAP file
     */
    public static McapReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return of(in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Begin to read a stream, which the reader closes.
     *
     * @throws McapException when it is no MCAP
     */
    public static McapReader of(InputStream in) throws IOException {
        return new McapReader(new BufferedInputStream(in, 1 << 16));
    }

    /** Give the next record, a chunk as one; empty at the end. */
    public Optional<McapRecord> next() throws IOException {
        while (!ended) {
            offset = in.position();
            long crc = in.crcBut(0);
            byte[] prefix = in.readUpTo(Records.PREFIX);
            if (prefix.length < Records.PREFIX) {
                return breaksOff();
            }
            FieldReader fields = new FieldReader(Bytes.wrap(prefix));
            int opcode = fields.u8();
            long size = fields.u64();
            if (size < 0 || size > Compression.LARGEST) {
                return endsBy("the record at byte " + offset + " claims " + Long.toUnsignedString(size)
                        + " bytes; nothing behind it is read");
            }
            byte[] content = in.readUpTo((int) size);
            if (content.length < size) {
                return breaksOff();
            }
            Optional<McapRecord> record = decoded(opcode, Bytes.wrap(content));
            record.ifPresent(each -> check(each, crc));
            if (record.isPresent()) {
                follow(record.get());
                return record;
            }
        }
        return Optional.empty();
    }

    /** Unpack what a chunk holds; empty, and named in {@link #damages}, when that cannot be trusted. */
    public List<McapRecord> unpack(Chunk chunk) {
        try {
            return Chunks.unpack(chunk);
        } catch (McapException e) {
            damages.add("the chunk at byte " + offset + " is left out: " + e.getMessage());
            return List.of();
        }
    }

    /** Give where the last record began, in bytes from the file's beginning. */
    public long offset() {
        return offset;
    }

    /** Give how long the last record was, with opcode and length. */
    public long length() {
        return in.position() - offset;
    }

    /** Name what was damaged so far; empty for a whole file. */
    public List<String> damages() {
        return List.copyOf(damages);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<McapRecord> decoded(int opcode, Bytes content) {
        try {
            return Optional.of(Records.read(opcode, content));
        } catch (McapException e) {
            damages.add("the record at byte " + offset + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void check(McapRecord record, long crc) {
        if (record instanceof Attachment attachment && !attachment.isIntact()) {
            damages.add("the attachment " + attachment.name() + " at byte " + offset
                    + " does not have the checksum that was written with it");
        } else if (record instanceof DataEnd end && end.crc() != 0 && end.crc() != crc) {
            damages.add("the data before byte " + offset + " do not have the checksum that was written with them");
        } else if (record instanceof Footer footer && footer.summaryCrc() != 0 && footer.summaryCrc() != in.crcBut(4)) {
            damages.add("the summary before byte " + offset + " does not have the checksum that was written with it");
        }
    }

    private void follow(McapRecord record) throws IOException {
        if (record instanceof DataEnd) {
            in.restartCrc();
        } else if (record instanceof Footer) {
            ended = true;
            if (!Bytes.wrap(in.readUpTo(Magic.BYTES.size())).equals(Magic.BYTES)) {
                damages.add("behind the footer at byte " + offset + " the file does not end as MCAP does");
            }
        }
    }

    private Optional<McapRecord> breaksOff() {
        return endsBy("the file breaks off at byte " + in.position() + ", in the record that begins at byte " + offset
                + ": it was not closed; what stands before is read");
    }

    private Optional<McapRecord> endsBy(String damage) {
        damages.add(damage);
        ended = true;
        return Optional.empty();
    }
}
